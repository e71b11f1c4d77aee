#!/bin/sh
# Compile every file of _CoqProject anew, let coqchk recheck the result with all that it rests on, and hold the axioms
# it finds against axioms.allowed. Without coqc nothing is checked, which is said, and is no failure.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=${1:-$here/../build/rocq}
if ! command -v coqc >/dev/null 2>&1 || ! command -v coqchk >/dev/null 2>&1; then
  echo "rocq: SKIPPED - coqc is not installed, so NOTHING WAS KERNEL-CHECKED (apt-get install coq libcoq-coquelicot)"
  exit 0
fi

# What would let a theorem through unproved, or weaken the kernel. Comments count too: they need not speak of these.
forbidden='Admitted|admit|give_up|Axioms?|Parameters?|Conjecture|bypass_check|Unset +(Guard|Positivity|Universe) +Checking'
if grep -rnwE "$forbidden" "$here/theories" --include='*.v'; then
  echo "rocq: FAILED - the lines above assume what was to be proved" >&2
  exit 1
fi
for source in $(cd "$here" && find theories -name '*.v'); do
  grep -qxF "$source" "$here/_CoqProject" || { echo "rocq: FAILED - $source is not in _CoqProject" >&2; exit 1; }
done

rm -rf "$work"
mkdir -p "$work"
cp -R "$here/theories" "$here/_CoqProject" "$work"
cd "$work"
# No object file of an earlier build counts.
find . -type f ! -name '*.v' ! -name _CoqProject -delete
started=$(date +%s)
coq_makefile -f _CoqProject -o Makefile.coq >/dev/null
make -s -j"${ROCQ_JOBS:-2}" -f Makefile.coq COQEXTRAFLAGS='-w -ambiguous-paths,-variable-collision' >/dev/null
built=$(date +%s)
modules=$(sed -n 's,^theories/\(.*\)\.v$,Modgap.\1,p' _CoqProject | tr / .)
# shellcheck disable=SC2086
coqchk -silent -o -Q theories Modgap $modules >coqchk.txt 2>&1 || { cat coqchk.txt >&2; exit 1; }
checked=$(date +%s)

# The context summary: a heading for each kind of assumption, and below it what was assumed.
awk '/^\* /{kind=$0; next} NF{print kind "\t" $1}' coqchk.txt >assumed.txt
awk -F'\t' '$1=="* Axioms:"{print $2}' assumed.txt | LC_ALL=C sort >axioms.found
if ! diff "$here/axioms.allowed" axioms.found; then
  echo "rocq: FAILED - the axioms that coqchk found (>) are not those of axioms.allowed (<)" >&2
  exit 1
fi
if ! [ "$(grep -c '<none>' coqchk.txt)" -eq 3 ]; then
  echo "rocq: FAILED - the kernel's checks were switched off somewhere:" >&2
  cat coqchk.txt >&2
  exit 1
fi
printf 'rocq: %s files, %s lines, compiled in %s s and rechecked by coqchk in %s s; axioms: those of the classical reals alone (%s)\n' \
  "$(grep -c '\.v$' _CoqProject)" "$(cat $(sed -n '/\.v$/p' _CoqProject) | wc -l)" \
  $((built - started)) $((checked - built)) "$(sed 's/.*\.//' axioms.found | paste -sd, - | sed 's/,/, /g')"
