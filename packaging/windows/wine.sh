# How packaging/windows/check runs programs for Windows: a Chinese Windows of its own in build/wine.

SYSROOT=$PWD/build/windows-sysroot/sysroot

# The programs of tests that are run, the longest first: all of the core, the command line, and the
# whole window.
windows_tests() {
    local folder
    for folder in app/window core/store core/people $(cd tests && ls -d core/* app/*); do
        [ -d "tests/$folder" ] && echo "${folder//\//_}_test"
    done | awk '!seen[$0]++'
}

# Again only when the archive has changed.
unpack_sysroot() {
    local folder=build/windows-sysroot
    local sum
    sum=$(sha256sum <"$1")
    [ "$(cat "$folder/sum" 2>/dev/null)" = "$sum" ] && return
    rm -rf "$folder"
    mkdir -p "$folder"
    tar -xf "$1" -C "$folder"
    echo "$sum" >"$folder/sum"
}

# Chinese: the code pages are then GBK, as on the computers of the users.
under_wine() {
    local without
    without=$(sed 's/ *#.*//; /^$/d' packaging/windows/wine-faults | paste -sd:)
    WINEPREFIX=$PWD/build/wine LOCPATH=$PWD/build/locale LC_ALL=zh_CN.UTF-8 \
        GTEST_FILTER="-$without" xvfb-run -a "$@"
}

# A crash is to end the program, not to wait in a dialog for somebody to close it.
start_wine() {
    mkdir -p build/locale
    [ -d build/locale/zh_CN.UTF-8 ] || localedef -i zh_CN -f UTF-8 build/locale/zh_CN.UTF-8
    under_wine "$SYSROOT/run-wine" reg add 'HKCU\Software\Wine\WineDbg' /v ShowCrashDialog \
        /t REG_DWORD /d 0 /f >/dev/null
}

# Each program writes into a file of its own: a pipe would stay open as long as wine's own processes
# live, to which it is handed down. One that does not end by itself has failed.
run_tests() {
    rm -rf build/win/logs
    mkdir -p build/win/logs
    export SYSROOT
    printf '%s\n' "$@" | under_wine xargs -P "$(nproc)" -I{} packaging/windows/run-test {}
}

# sum_of PASSED|FAILED: of the programs' last lines on the standard input.
sum_of() {
    sed -n "s/^\[  $1  \] \([0-9]*\) tests\{0,1\}[.,].*/\1/p" | awk '{ sum += $1 } END { print sum + 0 }'
}

baolei_cli() {
    under_wine "$SYSROOT/run-wine" build/win/app/baolei-cli.exe "$@"
}

# Chinese arguments and answers under the code page of a Chinese Windows: UTF-8 in files and pipes,
# characters on a console.
check_console() {
    local ask='chcp 936 >nul & build\win\app\baolei-cli.exe list 没有这个.baolei orgs'
    local wanted=找不到数据文件“没有这个.baolei”
    local piped shown
    piped=$(under_wine "$SYSROOT/run-wine" cmd /c "$ask 2>&1" || true)
    shown=$(under_wine script -qec "'$SYSROOT/run-wine' cmd /c '$ask'" /dev/null </dev/null || true)
    case $piped in *$wanted*) ;; *) echo "console: into a pipe went: $piped"; return 1 ;; esac
    case $shown in *$wanted*) ;; *) echo "console: shown was: $shown"; return 1 ;; esac
    echo "console: Chinese arrives in pipes and on the screen"
}

# A handbook that was made for Windows, read back: its text, and that it brings its fonts along.
check_paper() {
    local folder=build/win/纸张
    rm -rf "$folder"
    mkdir -p "$folder"
    baolei_cli demo "$folder/示范镇.baolei" >/dev/null 2>"$folder/log"
    baolei_cli print "$folder/示范镇.baolei" handbook --org 西荡村党支部 --period 2026 \
        -o "$folder/手册.pdf" >/dev/null 2>>"$folder/log" || { cat "$folder/log"; return 1; }
    pdftotext "$folder/手册.pdf" "$folder/手册.txt"
    pdffonts "$folder/手册.pdf" | tail -n +3 >"$folder/字体.txt"
    grep -q 中共示范镇西荡村支部委员会 "$folder/手册.txt" \
        || { echo "paper: the handbook does not give its text back"; return 1; }
    if [ ! -s "$folder/字体.txt" ] || grep -qv ' yes ' "$folder/字体.txt"; then
        echo "paper: the handbook lacks fonts"
        return 1
    fi
    echo "paper: the handbook has its text and its fonts"
}

# The program itself, with the store of the handbook.
check_window() {
    under_wine packaging/windows/show-window build/win/纸张/示范镇.baolei build/win/logs/window.log
}
