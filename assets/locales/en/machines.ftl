# Feeds, pictures of threads, and what is said of pages that are gone.
feed-all = New threads
feed-unanswered = Unanswered questions
feed-reply-by = Reply by { $author }
feed-link = Feed
about-list = Questions that people asked, the answers that helped them, and what is being talked about.
about-ask = Ask a question: say what you tried and what happened, and people who know will answer.
about-tags = What the questions and discussions here are about.
picture-alt = { $title } – { $standing }
picture-discussion = Discussion
picture-announcement = Announcement
fault-gone-title = This was deleted
fault-gone = It stood here once, and its author or a moderator took it away. Perhaps another thread helps.
