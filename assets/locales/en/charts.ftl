### Pictures of figures, and the tables beside them.

chart-figures = Show the figures
chart-empty = Not enough data yet.
chart-percent = { $percent } %
# A share to a tenth of a percent.
chart-share = { $whole }.{ $tenths } %
# A share with the ends of its interval.
chart-interval = { $share } ({ $low }–{ $high })
chart-band = The band around a line holds the true share with a confidence of 95 %.
chart-spans = The thin lines hold the true share with a confidence of 95 %.
chart-half = { $label }: half after { $length }
chart-half-not = { $label }: half not reached

## The tables

chart-after = After
chart-reached = Share
chart-reached-of = { $label }: share
chart-waiting = Still waiting
chart-waiting-of = { $label }: still waiting
chart-unknown = none was watched as long
chart-count = Number
chart-week = Week from
chart-of = Out of
chart-too-young = too early to say
chart-nobody = none in this week
