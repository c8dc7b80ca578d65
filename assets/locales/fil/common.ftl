# Mga salitang ginagamit sa maraming pahina at email.

## Times

time-just-now = ngayon lang
time-minutes-ago = { $count } min ang nakalipas
time-hours-ago = { $count } oras ang nakalipas
time-days-ago = { $count } araw ang nakalipas
# "May 3"
time-day = { $month } { $day }
# "May 3, 2021"
time-day-of-year = { $month } { $day }, { $year }
# "May 3, 2021, 14:05 UTC"
time-exact = { $month } { $day }, { $year }, { $hour }:{ $minute } UTC

## Lengths of time

time-seconds = { $count } seg
time-minutes = { $count } min
time-hours = { $count } oras
time-days = { $count } araw

## Months, as they stand in a date

month-1 = Ene
month-2 = Peb
month-3 = Mar
month-4 = Abr
month-5 = May
month-6 = Hun
month-7 = Hul
month-8 = Ago
month-9 = Set
month-10 = Okt
month-11 = Nob
month-12 = Dis
