# Every library comes as a Debian 12 package, also in MSYS2; nothing is vendored.
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets PrintSupport Test)
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(SQLITE REQUIRED IMPORTED_TARGET sqlite3)
pkg_check_modules(LIBZIP REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(EXPAT REQUIRED IMPORTED_TARGET expat)
pkg_check_modules(XLSXWRITER REQUIRED IMPORTED_TARGET xlsxwriter)

# Reads .xls of Excel 95 and before; without it such a file is refused with a way out.
pkg_check_modules(FREEXL IMPORTED_TARGET freexl)

# One header. A cross-build takes the building machine's, without the rest of its /usr/include.
if(CMAKE_CROSSCOMPILING)
    find_path(EXPECTED_FOLDER tl/expected.hpp PATHS /usr/include NO_DEFAULT_PATH
              NO_CMAKE_FIND_ROOT_PATH REQUIRED)
    configure_file(${EXPECTED_FOLDER}/tl/expected.hpp ${CMAKE_BINARY_DIR}/include/tl/expected.hpp
                   COPYONLY)
    add_library(tl_expected INTERFACE)
    target_include_directories(tl_expected SYSTEM INTERFACE ${CMAKE_BINARY_DIR}/include)
    add_library(tl::expected ALIAS tl_expected)
else()
    find_package(tl-expected REQUIRED)
endif()
