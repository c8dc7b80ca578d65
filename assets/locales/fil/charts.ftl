### Mga larawan ng mga bilang, at ang mga talahanayan sa tabi ng mga ito.

chart-figures = Ipakita ang mga bilang
chart-empty = Kulang pa ang datos.
chart-percent = { $percent } %
# Bahagi hanggang ikasampu ng porsiyento.
chart-share = { $whole }.{ $tenths } %
# Bahagi kasama ang magkabilang dulo ng saklaw nito.
chart-interval = { $share } ({ $low }–{ $high })
chart-band = Saklaw ng banda sa paligid ng linya ang tunay na bahagi nang may 95 % katiyakan.
chart-spans = Saklaw ng maninipis na linya ang tunay na bahagi nang may 95 % katiyakan.
chart-half = { $label }: kalahati pagkalipas ng { $length }
chart-half-not = { $label }: hindi pa umabot sa kalahati

## Mga talahanayan

chart-after = Pagkalipas ng
chart-reached = Bahagi
chart-reached-of = { $label }: bahagi
chart-waiting = Naghihintay pa
chart-waiting-of = { $label }: naghihintay pa
chart-unknown = walang naobserbahan nang ganito katagal
chart-count = Bilang
chart-week = Linggo mula
chart-of = Mula sa
chart-too-young = masyado pang maaga
chart-nobody = wala sa linggong ito
