# Words that many pages and letters share.

## Times

time-just-now = just now
time-minutes-ago = { $count } min ago
time-hours-ago = { $count } h ago
time-days-ago = { $count } d ago
# "3 May", within the present year.
time-day = { $day } { $month }
# "3 May 2021"
time-day-of-year = { $day } { $month } { $year }
# "3 May 2021, 14:05 UTC"
time-exact = { $day } { $month } { $year }, { $hour }:{ $minute } UTC

## Lengths of time

time-seconds = { $count } s
time-minutes = { $count } min
time-hours = { $count } h
time-days = { $count } d

## Months, as they stand in a date

month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec
