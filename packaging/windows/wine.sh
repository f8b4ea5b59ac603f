# How packaging/windows/check runs programs for Windows: a Chinese Windows of its own in build/wine.

SYSROOT=$PWD/build/windows-sysroot/sysroot

# The tests that are run: all of the core, the command line, the main line through the window.
windows_tests() {
    local folder
    for folder in tests/core/* tests/app/*; do
        [ -d "$folder" ] && echo "${folder#tests/}"
    done
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

start_wine() {
    mkdir -p build/locale
    [ -d build/locale/zh_CN.UTF-8 ] || localedef -i zh_CN -f UTF-8 build/locale/zh_CN.UTF-8
    under_wine "$SYSROOT/run-wine" cmd /c ver
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
    baolei_cli demo "$folder/示范镇.baolei" >/dev/null
    baolei_cli print "$folder/示范镇.baolei" handbook --org 西荡村党支部 --period 2026 \
        -o "$folder/手册.pdf"
    pdftotext "$folder/手册.pdf" - | grep -q 中共示范镇西荡村支部委员会 \
        || { echo "paper: the handbook does not give its text back"; return 1; }
    pdffonts "$folder/手册.pdf" | tail -n +3 | grep -qv ' yes ' \
        && { echo "paper: the handbook lacks fonts"; return 1; }
    echo "paper: the handbook has its text and its fonts"
}
