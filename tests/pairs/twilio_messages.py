"""One message as Twilio keeps it, shows it and speaks of it."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from uuid import uuid4

from assistant.sms_text.gsm7 import segments

DELIVERY_CODES = range(30000, 40000)  # these come by callback; lower ones refuse the request itself


@dataclass
class Message:
    account_sid: str
    to: str
    sender: str
    body: str
    status_callback: str = ""
    validity_period: int | None = None
    delivery_error: int | None = None
    sid: str = field(default_factory=lambda: f"SM{uuid4().hex}")
    status: str = "queued"
    created: datetime = field(default_factory=lambda: datetime.now(UTC))

    @property
    def final_status(self) -> str:
        return "undelivered" if self.delivery_error else "delivered"

    def history(self) -> tuple[str, ...]:
        """The statuses Twilio tells of, in the order in which they are true."""
        return ("queued", "sending", "sent", self.final_status)

    def callback(self, status: str) -> dict[str, str]:
        form = {
            "MessageSid": self.sid,
            "SmsSid": self.sid,
            "MessageStatus": status,
            "SmsStatus": status,
            "To": self.to,
            "From": self.sender,
            "AccountSid": self.account_sid,
            "ApiVersion": "2010-04-01",
        }
        if status == "undelivered":
            form["ErrorCode"] = str(self.delivery_error)
        return form

    def resource(self) -> dict[str, object]:
        """The JSON of the Messages resource."""
        when = format_datetime(self.created)
        path = f"/2010-04-01/Accounts/{self.account_sid}/Messages/{self.sid}"
        service = self.sender.startswith("MG")
        return {
            "sid": self.sid,
            "account_sid": self.account_sid,
            "api_version": "2010-04-01",
            "to": self.to,
            "from": None if service else self.sender,
            "messaging_service_sid": self.sender if service else None,
            "body": self.body,
            "status": self.status,
            "direction": "outbound-api",
            "num_segments": str(segments(self.body)),
            "num_media": "0",
            "date_created": when,
            "date_sent": when,
            "date_updated": when,
            "price": None,
            "price_unit": None,
            "error_code": self.delivery_error if self.status == "undelivered" else None,
            "error_message": None,
            "uri": f"{path}.json",
            "subresource_uris": {"media": f"{path}/Media.json"},
        }
