# How a folder becomes a library and a folder of tests becomes a program.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE RelWithDebInfo)
endif()

option(BAOLEI_PCH "Read the headers of Qt once: a build from nothing takes two thirds" OFF)

find_program(CCACHE ccache)
if(CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}
                                    CCACHE_NOHASHDIR=1
                                    CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE})
endif()

option(BAOLEI_WERROR "Warnings are errors" ON)
option(BAOLEI_SANITIZE "Address and undefined-behaviour sanitizers" OFF)
option(BAOLEI_FUZZ "Programs that libFuzzer drives; clang only, see tests/fuzz/README.md" OFF)

add_library(baolei_options INTERFACE)
target_compile_options(baolei_options INTERFACE -Wall -Wextra -Wconversion -Wshadow
                       $<$<BOOL:${BAOLEI_WERROR}>:-Werror>)
target_compile_definitions(baolei_options INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_FOREACH)
target_include_directories(baolei_options INTERFACE ${CMAKE_SOURCE_DIR})
if(BAOLEI_SANITIZE)
    # GCC 12's vptr check reads beside the frame in calls through pointers to members, and the
    # address sanitizer then names sound code.
    target_compile_options(baolei_options INTERFACE -fsanitize=address,undefined
                           -fno-sanitize=vptr -fno-omit-frame-pointer)
    target_link_options(baolei_options INTERFACE -fsanitize=address,undefined)
    # The checks of the standard library's own containers.
    target_compile_definitions(baolei_options INTERFACE _GLIBCXX_ASSERTIONS)
endif()
if(BAOLEI_FUZZ)
    # vptr as above; here it would also need type information that Qt's libraries do not export.
    target_compile_options(baolei_options INTERFACE -fsanitize=fuzzer-no-link,address,undefined
                           -fno-sanitize=vptr -fno-sanitize-recover=undefined
                           -fno-omit-frame-pointer)
    target_link_options(baolei_options INTERFACE -fsanitize=address,undefined)
    # An index beyond the end of a list is then a finding of its own.
    target_compile_definitions(baolei_options INTERFACE QT_FORCE_ASSERTS)
endif()

# baolei_headers(core_headers QtCore LINKS a b): Qt's headers, read once for those that share them.
function(baolei_headers name header)
    cmake_parse_arguments(ARG "" "" "LINKS" ${ARGN})
    file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/${name}.cpp CONTENT "")
    add_library(${name} OBJECT ${CMAKE_BINARY_DIR}/${name}.cpp)
    target_link_libraries(${name} PRIVATE baolei_options ${ARG_LINKS})
    target_compile_options(${name} PRIVATE -fpch-preprocess)
    target_precompile_headers(${name} PRIVATE <${header}> <tl/expected.hpp> <functional> <memory>
                              <optional> <set> <string> <variant> <vector>)
endfunction()

function(baolei_share_headers target folder)
    if(NOT BAOLEI_PCH)
        return()
    endif()
    target_compile_options(${target} PRIVATE -fpch-preprocess)
    if(folder MATCHES "^(ui/|app/window)")
        target_precompile_headers(${target} REUSE_FROM widget_headers)
    else()
        target_precompile_headers(${target} REUSE_FROM core_headers)
    endif()
endfunction()

# baolei_module(core/store LINKS a b MOC): every .cpp of the folder as the library core_store.
function(baolei_module folder)
    cmake_parse_arguments(ARG "MOC" "" "LINKS" ${ARGN})
    string(REPLACE "/" "_" name ${folder})
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${folder}/*.cpp
         ${CMAKE_SOURCE_DIR}/${folder}/*.h)
    if(NOT sources)
        add_library(${name} INTERFACE)
        target_link_libraries(${name} INTERFACE baolei_options ${ARG_LINKS})
        return()
    endif()
    add_library(${name} STATIC ${sources})
    target_link_libraries(${name} PUBLIC baolei_options ${ARG_LINKS})
    baolei_share_headers(${name} ${folder})
    if(ARG_MOC)
        # Without waiting for the linked libraries: moc needs nothing that they make.
        set_target_properties(${name} PROPERTIES AUTOMOC ON AUTOGEN_ORIGIN_DEPENDS OFF)
    endif()
endfunction()

# baolei_test(core/store LINKS a b GUI): every *_test.cpp of tests/core/store as one program.
function(baolei_test folder)
    cmake_parse_arguments(ARG "GUI" "" "LINKS" ${ARGN})
    string(REPLACE "/" "_" name ${folder}_test)
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${folder}/*.cpp
         ${CMAKE_SOURCE_DIR}/tests/${folder}/*.h)
    if(NOT sources)
        return()
    endif()
    add_executable(${name} ${sources})
    if(ARG_GUI)
        set(main tests_main_gui)
    else()
        set(main tests_main_core)
    endif()
    target_link_libraries(${name} PRIVATE ${main} ${ARG_LINKS})
    baolei_share_headers(${name} ${folder})
    if(NOT CMAKE_CROSSCOMPILING) # packaging/windows/check runs those
        gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60
                             TEST_PREFIX "${folder}/" PROPERTIES TIMEOUT 900)
    endif()
endfunction()
