## What somebody was told of: the bell, the page, and how much they want to hear.

bell-label = { $count ->
    [0] Notifications, none unread
    [one] Notifications, { $count } unread
   *[other] Notifications, { $count } unread
}
bell-label-many = Notifications, more than { $count } unread

notifications-title = Notifications
notifications-explained = What concerns you, and what you watch.
notifications-none-title = Nothing yet
notifications-none = Answers to your questions, comments on your posts and what you watch show up here.
notifications-read-all = Mark all as read
notifications-read-one = Mark as read
notifications-unread = New
notifications-choose = What you hear of
notice-notifications-read = All of it is marked as read.

# $name is the person who did it.
told-answered = { $name } answered your question
told-answered-talk = { $name } replied to your thread
told-answered-comment = { $name } commented on an answer to your question
told-answered-comment-talk = { $name } commented on a reply in your thread
told-watched = { $name } answered a question that you watch
told-watched-talk = { $name } replied in a thread that you watch
told-watched-comment = { $name } commented on a question that you watch
told-watched-comment-talk = { $name } commented in a thread that you watch
told-around = { $name } answered a question in a category or with a tag that you watch
told-around-talk = { $name } replied in a category or to a tag that you watch
told-around-asked = { $name } started a thread in a category or with a tag that you watch
told-accepted = { $name } accepted your answer
told-mentioned = { $name } mentioned you
told-commented = { $name } commented on your post
told-solved = A problem that you have too is solved
told-article = An article answers your question
told-moderated-close = { $name } closed your thread
told-moderated-move = { $name } moved your thread to another category
told-moderated-merge = { $name } merged your thread into another one
told-moderated-edit = { $name } edited your thread
told-moderated-edit-post = { $name } edited your post
told-moderated-redact = { $name } took something out of your thread that should not stand in public
told-moderated-split-off = { $name } made your reply a thread of its own
told-moderated-delete = { $name } deleted your thread
told-moderated-delete-post = { $name } deleted your post

watch-is-watching = Watching
watch-is-normal = Watch
watch-is-muted = Muted
watch-watching = Watch
watch-normal = Only what concerns me
watch-muted = Mute
watch-thread-watching-hint = You are told of every answer and every comment.
watch-thread-normal-hint = You are told when somebody mentions you or writes about your posts.
watch-thread-muted-hint = You are told of nothing here, unless a moderator changes a post of yours.
watch-place-watching-hint = You are told of every thread and every answer.
watch-place-normal-hint = You are told of your own threads, and when somebody mentions you.
watch-place-muted-hint = You are told of your own threads only.
notice-watching = You watch this now.
notice-watching-normal = You are told only of what concerns you here.
notice-watching-muted = You are told of nothing more here.

settings-watching = What you watch
watching-explained = The threads, categories and tags that you watch or muted. Your own threads are watched without standing here.
watching-none-title = Nothing yet
watching-none = Open a thread, a category or a tag and press Watch: you are told what happens there, and it is listed here.
watching-find = See the threads
watching-thread = Thread
watching-category = Category
watching-tag = Tag

settings-letters = What you hear of
letters-see = See your notifications
letters-explained = You are told of what concerns you: answers to your questions, comments on your posts, mentions, accepted answers. Of threads, categories and tags you choose on their own pages.
letters-watches-answered = Watch the threads that I answer
letters-watches-answered-hint = You are told of the other answers and the comments there.
letters-save = Save
notice-letters-saved = It is saved.

job-spread-tiding = Tell those who watch

letters-by-mail = By mail
letters-by-mail-hint = One letter for each thread until you visit it; what comes within minutes is one letter.
letters-kind-answered = Answers to my questions and threads, and comments on them
letters-kind-watched = Answers and comments in threads that I watch
letters-kind-around = What happens in categories and with tags that I watch
letters-kind-accepted = My answer is accepted
letters-kind-mentioned = Somebody mentions me
letters-kind-commented = Comments on my posts
letters-kind-solved = A problem that I have too is solved
letters-kind-article = An article answers my question
letters-kind-moderated = A moderator changes my post

# The letter about a thread: $thread is its title, $sentence one of those above.
letter-told-subject = { $thread }
letter-told-sentence = { $sentence }:
letter-told-more = There is more that is new in this thread.
letter-told-read = Read it
letter-told-answer = Answer this letter to post a reply in the thread.
letter-told-once = No other letter about this thread comes until you visit it.
letter-stop-thread = Stop letters about this thread
letter-stop-all = Stop all letters about threads
letter-choose = Choose what comes by mail
letter-why-answered = You get this letter because you started this thread.
letter-why-watched = You get this letter because you watch this thread or answered in it.
letter-why-around = You get this letter because you watch its category or one of its tags.
letter-why-accepted = You get this letter because it is about your answer.
letter-why-mentioned = You get this letter because somebody mentioned you.
letter-why-commented = You get this letter because it is about your post.
letter-why-solved = You get this letter because you said that you have this problem too.
letter-why-article = You get this letter because you asked this question.
letter-why-moderated = You get this letter because it is about your post.

stop-thread-title = Stop letters about a thread
stop-thread-explained = You get no more letters about this thread, and the bell tells nothing of it either. On its page you can change that at any time.
stop-thread-button = Stop
stop-other = Other choices
stop-all-way = Stop all letters about threads
stop-all-title = Stop all letters about threads
stop-all-explained = What you are told shows up at the bell only. Letters that you ask for, such as one to choose a password, still come.
stop-all-button = Stop
stop-choose = Choose what comes by mail
stop-watching = See what you watch
stop-done-title = It is stopped
stop-thread-done = You get no more letters about this thread.
stop-all-done = You get no more letters about threads.
way-thread = To the thread

setting-letters-a-day = Letters a day
setting-letters-a-day-hint = How many letters about threads somebody gets in a day at most. What is beyond that waits for their digest.
problem-letters-a-day = Enter a whole number from 0 to { $limit }.

job-post-thread-letters = Post letters about threads
job-thread-letter = Letter: what is new in a thread
specimen-thread-letter = What is new in a thread
