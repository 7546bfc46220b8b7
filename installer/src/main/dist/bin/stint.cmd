@echo off
rem Starts stint with a Java 25 or newer. Set STINT_JAVA to choose one, STINT_OPTS for JVM options.
setlocal
set "STINT_HOME=%~dp0.."
set "STINT_EXE="

if defined STINT_JAVA (
    call :try "%STINT_JAVA%\bin\java.exe"
    if not defined STINT_EXE call :try "%STINT_JAVA%"
    if not defined STINT_EXE (
        echo stint: STINT_JAVA is %STINT_JAVA%, which is not a Java 25 or newer. 1>&2
        exit /b 1
    )
)
if not defined STINT_EXE call :try "%STINT_HOME%\runtime\bin\java.exe"
if not defined STINT_EXE if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
if not defined STINT_EXE for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*") do if not defined STINT_EXE call :try "%%~d\bin\java.exe"
if not defined STINT_EXE for %%j in (java.exe) do if not "%%~$PATH:j"=="" call :try "%%~$PATH:j"
if not defined STINT_EXE (
    echo stint: no Java 25 or newer found ^(looked at JAVA_HOME, the usual directories and PATH^). 1>&2
    echo stint: install one, or set STINT_JAVA to its directory. 1>&2
    exit /b 1
)

rem Bench and server stay small and give back memory; a bench starts from the cache of "stint prepare".
set "STINT_ROLE="
set "STINT_SMALL=-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+UseCompactObjectHeaders -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=30"
if /i "%~1"=="station" set "STINT_ROLE=%STINT_SMALL% -Xms24m -XX:MaxNewSize=16m"
if /i "%~1"=="server" set "STINT_ROLE=%STINT_SMALL% -XX:MaxNewSize=48m -XX:SurvivorRatio=2 -XX:MetaspaceSize=96m -XX:ReservedCodeCacheSize=128m"
if defined STINT_OPTS if not "%STINT_OPTS:GC=%"=="%STINT_OPTS%" set "STINT_ROLE="
set "STINT_CACHE=-Dstint.cache=none"
if /i "%~1"=="station" if exist "%STINT_HOME%\cache\station.aot" set "STINT_CACHE=-XX:AOTCache=%STINT_HOME%\cache\station.aot"

"%STINT_EXE%" --enable-native-access=ALL-UNNAMED %STINT_ROLE% "%STINT_CACHE%" "-Dstint.home=%STINT_HOME%" "-Djava.util.logging.config.file=%STINT_HOME%\conf\logging.properties" %STINT_OPTS% -cp "%STINT_HOME%\lib\*" stint.installer.Main %*
exit /b %ERRORLEVEL%

:try
if not exist "%~1" exit /b 0
set "STINT_RELEASE="
for /f "tokens=2 delims==" %%v in ('cmd /c ""%~1" -XshowSettings:properties -version 2>&1" ^| findstr /c:"java.specification.version ="') do set "STINT_RELEASE=%%v"
if not defined STINT_RELEASE exit /b 0
if %STINT_RELEASE% GEQ 25 set "STINT_EXE=%~1"
exit /b 0
