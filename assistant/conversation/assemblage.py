"""Replies of one turn become as few messages as possible; the first contact says who answers."""

from assistant.sms_text.gsm7 import fold, segments

SEGMENTS_AT_MOST = 2


def assembler(textes: list[str], presentation: str | None = None) -> list[str]:
    """The bodies to send, in order: joined while two segments hold them; the introduction comes last."""
    messages: list[str] = []
    for texte in map(fold, textes):
        joint = f"{messages[-1]}\n{texte}" if messages else texte
        if messages and segments(joint) <= SEGMENTS_AT_MOST:
            messages[-1] = joint
        else:
            messages.append(texte)
    if messages and presentation:
        joint = f"{messages[-1]}\n{presentation}"
        messages[-1:] = [joint] if segments(joint) == 1 else [messages[-1], presentation]
    return messages
