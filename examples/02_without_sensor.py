"""The same session with a timer and three buttons: by tempo and by feel. Nothing is seen, so nothing is claimed."""

import stretchcore as sc

exercise = sc.catalog()["dynamic-inner-thigh-stretch"]
session = sc.Session(exercise, options=sc.SessionOptions(sensor="none"))
question = None


def handle(events):
    global question
    for event in events:
        if isinstance(event, sc.CueGiven):
            print(f"{event.time:6.1f}  {event.text}")
        elif isinstance(event, sc.QuestionAsked):
            question = event  # your app shows event.choices as buttons


handle(session.report(sc.Command(0, sc.Action.start)))
tenth = 1
while not session.over:
    now = tenth / 10
    handle(session.tick(now))
    if question and now >= question.answer_by - 5.95:  # they tap the middle button
        tap = sc.Answer(now, question.id, question.choices[len(question.choices) // 2])
        question = None
        print(f"{now:6.1f}  [{tap.choice.name}]")
        handle(session.report(tap))
    tenth += 1

summary = session.summary()
print(summary.text("en"))
print(f"{summary.offered_openings} openings offered")
