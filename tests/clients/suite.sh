# Read by the run.sh of a Python suite, in its directory and with python set: builds the program unless VASASIM_DLL names
# one, and runs the suite.
if [ -z "${VASASIM_DLL:-}" ]; then
  dotnet build ../../../src/VasaSim -c Release -nologo -v quiet || exit 1
  VASASIM_DLL=$(cd ../../../src/VasaSim/bin/Release/net10.0 && pwd)/vasasim.dll
  export VASASIM_DLL
fi
# What starts the simulator is beside the suites.
export PYTHONPATH=..
exec "$python" -B ../suite.py "$@"
