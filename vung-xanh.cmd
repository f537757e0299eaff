@echo off
rem The one command on Windows: finds Python 3.11 or newer and hands everything to scripts\run.py.
rem Opened with a double click (no arguments) it shows the site; the window stays when that fails.
rem Never python3: on Windows that name opens the shop. The shop's python fails the version question.
setlocal
set "QUESTION=import sys; sys.exit(sys.version_info < (3, 11))"
set "PYTHON="
py -3 -c "%QUESTION%" >nul 2>nul && set "PYTHON=py -3"
if not defined PYTHON python -c "%QUESTION%" >nul 2>nul && set "PYTHON=python"
if not defined PYTHON goto no_python
if "%~1"=="" goto double_click
%PYTHON% "%~dp0scripts\run.py" %*
exit /b %errorlevel%

:double_click
%PYTHON% "%~dp0scripts\run.py" serve
set "STATUS=%errorlevel%"
if not "%STATUS%"=="0" pause
exit /b %STATUS%

:no_python
rem What follows is UTF-8; cmd reads a file line by line, so this line has to come first.
chcp 65001 >nul
>&2 echo Chưa chạy được: máy chưa có Python 3.11 trở lên.
>&2 echo   Cách sửa: tải Python ở https://www.python.org/downloads/windows/ và cài cho riêng mình
>&2 echo   (không cần quyền quản trị), rồi mở lại tệp này.
if "%~1"=="" pause
exit /b 2
