#!/usr/bin/env bash
# Runs the contract tests and the step benchmark on an NVIDIA GPU and prints a short report, which is
# left in out/gpu-report.txt as well. Needs what nd4j-cuda-11.6 needs: a driver for CUDA 11.6 or later,
# the CUDA 11 libraries and cuDNN 8. Arguments are handed on to the benchmark, such as
#
#     scripts/verify-gpu.sh --quick --updater adam
set -euo pipefail
cd "$(dirname "$0")/.."

# What every updater must do, in DL4J and in SameDiff, and the tests of the kernels; the others do not
# touch the backend's operations.
readonly tests='dev/hypergradient/contract/*Test,dev/hypergradient/internal/**/*Test,SameDiffTest,TrainingUiTest'
readonly results=hd-tests/target/surefire-reports
readonly report=out/gpu-report.txt

fail() {
  echo "verify-gpu: $*" >&2
  exit 2
}

# Adds up an attribute of the test suites: tests, failures, errors or skipped.
total() {
  cat "$results"/TEST-*.xml \
    | grep -o '<testsuite [^>]*>' \
    | sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" \
    | awk '{ sum += $1 } END { print sum + 0 }'
}

command -v mvn > /dev/null || fail 'mvn is not on the PATH'
command -v nvidia-smi > /dev/null \
  || fail 'no NVIDIA GPU here: nvidia-smi is not on the PATH. On a CPU, run "mvn verify" instead.'
gpus=$(nvidia-smi --query-gpu=name,driver_version,memory.total --format=csv,noheader) \
  || fail "no usable NVIDIA GPU here: nvidia-smi says: $gpus"
[ -n "$gpus" ] || fail 'no NVIDIA GPU here: nvidia-smi lists none'

mkdir -p out
rm -rf "$results" "$report"
status=0
mvn -B -ntp -Pcuda,thorough -pl hd-tests -am verify -Dhd.forks=1 -Dtest="$tests" \
  -Dsurefire.failIfNoSpecifiedTests=false || status=$?
compgen -G "$results/TEST-*.xml" > /dev/null || fail 'no test was run: see the output above'

if [ "$status" -eq 0 ]; then
  benchmark=$(mvn -B -ntp -q -Pcuda,benchmark -pl hd-tests -am -DskipTests package \
    -Dargs="--part step $*") || status=$?
else
  benchmark='not run, since tests failed'
fi

{
  echo "GPU, driver, memory: $gpus"
  echo "Commit: $(git describe --always --dirty 2> /dev/null || echo unknown)"
  failed=$(($(total failures) + $(total errors)))
  skipped=$(total skipped)
  echo "Tests: $(($(total tests) - failed - skipped)) passed, $failed failed, $skipped skipped"
  echo
  echo "$benchmark"
} | tee "$report"
exit "$status"
