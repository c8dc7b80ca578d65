# Mga nakahandang sagot.
canned-title = Mga nakahandang sagot
canned-about = Mga tekstong mailalagay sa sagot. Ang { "{name}" } ay magiging pangalan ng nagtanong, ang { "{title}" } ay magiging pamagat ng thread.
canned-new = Isa pa
canned-name = Pamagat
canned-text = Teksto
canned-text-hint = Markdown, na may { "{name}" } at { "{title}" } kung saan mo gusto.
canned-share = Magagamit ito ng lahat ng tumutulong
canned-shared = Para sa lahat
canned-keep = Itago ito
canned-pick = Nakahandang sagot
canned-none = Pumili ng isa
canned-insert = Ilagay
notice-canned-kept = Naitago ang nakahandang sagot.
notice-canned-deleted = Wala na ang nakahandang sagot.
problem-canned-most = Hanggang { $limit } lamang. Magbura muna ng isa.
problem-field-canned-title = Pamagat
problem-field-canned-body = Teksto
