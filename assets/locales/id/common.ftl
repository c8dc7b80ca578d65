# Kata yang dipakai di banyak halaman dan surat.

## Times

time-just-now = baru saja
time-minutes-ago = { $count } mnt lalu
time-hours-ago = { $count } jam lalu
time-days-ago = { $count } hari lalu
# "3 Mei"
time-day = { $day } { $month }
# "3 Mei 2021"
time-day-of-year = { $day } { $month } { $year }
# "3 Mei 2021, 14.05 UTC"
time-exact = { $day } { $month } { $year }, { $hour }.{ $minute } UTC

## Lengths of time

time-seconds = { $count } dtk
time-minutes = { $count } mnt
time-hours = { $count } jam
time-days = { $count } hari

## Months, as they stand in a date

month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = Mei
month-6 = Jun
month-7 = Jul
month-8 = Agu
month-9 = Sep
month-10 = Okt
month-11 = Nov
month-12 = Des
