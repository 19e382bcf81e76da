#!/bin/sh
# Speaks lines.tsv again: one file a clip, G.711 mu-law, 8 kHz, mono. Needs espeak-ng and sox.
set -eu
cd "$(dirname "$0")"
tab=$(printf '\t')
while IFS="$tab" read -r persona clip voice speed pitch text; do
  case $persona in '#'*) continue ;; esac
  mkdir -p "$persona"
  espeak-ng -v "$voice" -s "$speed" -p "$pitch" -g 2 -w "$persona/spoken.wav" "$text"
  # The band of a telephone, an even loudness, and no silence around the words.
  sox "$persona/spoken.wav" -r 8000 -c 1 -e mu-law -b 8 "$persona/$clip.wav" \
    gain -6 highpass 200 lowpass 3400 norm -4 silence 1 0.02 0.5% reverse silence 1 0.02 0.5% reverse pad 0 0.1
  rm "$persona/spoken.wav"
done < lines.tsv
