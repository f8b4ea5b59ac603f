# What ./run and ./test share: the Debian 12 packages, and one way to build.

RUN_PACKAGES="g++ cmake ninja-build ccache pkg-config qt6-base-dev qt6-tools-dev qt6-tools-dev-tools
qt6-l10n-tools linguist-qt6 qt6-translations-l10n libqt6svg6 libsqlite3-dev libzip-dev libexpat1-dev libfreexl-dev
libxlsxwriter-dev libexpected-dev fonts-noto-cjk"
TEST_PACKAGES="libgtest-dev poppler-utils"
WINDOWS_PACKAGES="g++-mingw-w64-x86-64-posix wine64 xvfb xauth x11-utils locales qt6-base-dev-tools xz-utils"
FUZZ_PACKAGES="clang libclang-rt-14-dev"
CHECK_PACKAGES="clang clang-tidy cppcheck"

# Installs those that are missing, and says so before it does.
install_packages() {
    local missing=()
    local package
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' \
            || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return
    local as_root=()
    [ "$(id -u)" -eq 0 ] || as_root=(sudo)
    echo "将用 apt 安装缺少的软件包：${missing[*]}"
    "${as_root[@]}" apt-get update -qq
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends \
        "${missing[@]}" >/dev/null
}

# build_preset PRESET TARGET…
build_preset() {
    local preset=$1
    shift
    cmake --preset "$preset" >/dev/null
    cmake --build --preset "$preset" --parallel "$(nproc)" --target "$@"
}
