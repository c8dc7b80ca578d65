# Canned replies.
canned-title = Canned replies
canned-about = Texts to put into an answer. { "{name}" } becomes the asker’s name, { "{title}" } the title of the thread.
canned-new = Another one
canned-name = Title
canned-text = Text
canned-text-hint = Markdown, with { "{name}" } and { "{title}" } where you want them.
canned-share = All who help may use it
canned-shared = Shared
canned-keep = Keep it
canned-pick = Canned reply
canned-none = Choose one
canned-insert = Insert
notice-canned-kept = The canned reply is kept.
notice-canned-deleted = The canned reply is gone.
problem-canned-most = There may be { $limit } at most. Delete one first.
problem-field-canned-title = Title
problem-field-canned-body = Text
