### Pagpili ng wika ng mga pahina at email.

layout-language = Wika
settings-language = Wika
field-language = Wika ng mga pahina at email
settings-language-hint = Nananatili sa orihinal na wika ang isinusulat ng mga tao rito.
settings-language-unchosen = Ayon sa browser
settings-language-save = I-save ang wika
