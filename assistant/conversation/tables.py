"""The record of the story: conversations, messages in, turns, messages out and their delivery."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from assistant.database import Base


class Canal(StrEnum):
    SMS = "sms"
    WEB = "web"


class Detenteur(StrEnum):
    JALON = "jalon"
    REFERENT = "referent"


class EtatTour(StrEnum):
    EN_COURS = "en_cours"
    REPONDU = "repondu"
    ECHOUE = "echoue"  # dead letter: the person was told once, the référent alerted


class EtatEnvoi(StrEnum):
    A_ENVOYER = "a_envoyer"
    EN_ENVOI = "en_envoi"  # claimed; after its lease, ambiguous until the channel is asked
    ENVOYE = "envoye"
    LIVRE = "livre"
    NON_LIVRE = "non_livre"
    PERIME = "perime"
    REFUSE = "refuse"  # the person opted out, or the number cannot receive
    ECHOUE = "echoue"  # dead letter


class Conversation(Base):
    __tablename__ = "conversations"
    __table_args__ = (UniqueConstraint("canal", "adresse"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    canal: Mapped[Canal]
    adresse: Mapped[str]  # E.164 for SMS
    ouverte_le: Mapped[datetime] = mapped_column(server_default=text("now()"))
    presentee_le: Mapped[datetime | None]  # said: a machine answers
    detenteur: Mapped[Detenteur] = mapped_column(default=Detenteur.JALON, server_default="jalon")
    tenue_depuis: Mapped[datetime | None]
    # on a shared number, the person who said "c'est moi", and until when we believe it
    allocataire_choisi_id: Mapped[int | None] = mapped_column(
        ForeignKey("allocataires.id", ondelete="SET NULL")
    )
    choisi_jusqu_a: Mapped[datetime | None]


class Tour(Base):
    """One thought of the person (one message or its pieces) and what became of it."""

    __tablename__ = "tours"
    __table_args__ = (Index("ix_tours_en_cours", "bail_jusqu_a", postgresql_where=text("etat = 'en_cours'")),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    conversation_id: Mapped[UUID] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), index=True
    )
    etat: Mapped[EtatTour] = mapped_column(default=EtatTour.EN_COURS)
    ouvert_le: Mapped[datetime]
    clos_le: Mapped[datetime | None]
    tentatives: Mapped[int] = mapped_column(default=0)
    bail: Mapped[UUID | None]  # whoever holds this token may close the turn
    bail_jusqu_a: Mapped[datetime]
    regle: Mapped[str | None]  # the fixed rule that answered before the engine, or followed it
    intent: Mapped[str | None]
    confiance: Mapped[float | None]
    reponses: Mapped[list[str]] = mapped_column(JSONB, default=list)  # said by the engine so far

    messages: Mapped[list["MessageEntrant"]] = relationship(order_by="MessageEntrant.id")


class MessageEntrant(Base):
    __tablename__ = "messages_entrants"
    __table_args__ = (
        Index("ix_messages_sans_tour", "conversation_id", postgresql_where=text("tour_id IS NULL")),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[UUID] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), index=True
    )
    tour_id: Mapped[UUID | None] = mapped_column(ForeignKey("tours.id"), index=True)
    sid: Mapped[str] = mapped_column(unique=True)
    corps: Mapped[str]
    recu_le: Mapped[datetime]
    opt_out_type: Mapped[str | None]  # the operator already answered STOP, START or HELP
    medias: Mapped[int] = mapped_column(default=0)


class MessageSortant(Base):
    __tablename__ = "messages_sortants"
    __table_args__ = (
        UniqueConstraint("tour_id", "rang"),
        Index(
            "ix_sortants_a_faire",
            "conversation_id",
            postgresql_where=text("etat IN ('a_envoyer','en_envoi')"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[UUID] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), index=True
    )
    tour_id: Mapped[UUID | None] = mapped_column(ForeignKey("tours.id"))
    rang: Mapped[int] = mapped_column(default=0)
    corps: Mapped[str]  # folded, as it leaves
    segments: Mapped[int]
    malgre_opposition: Mapped[bool] = mapped_column(default=False)  # a STOP's confirmation, help in danger
    cree_le: Mapped[datetime]
    perime_le: Mapped[datetime]
    pas_avant: Mapped[datetime]
    etat: Mapped[EtatEnvoi] = mapped_column(default=EtatEnvoi.A_ENVOYER)
    tentatives: Mapped[int] = mapped_column(default=0)
    bail_jusqu_a: Mapped[datetime | None]
    tente_le: Mapped[datetime | None]  # first try, for the look-up
    envoye_le: Mapped[datetime | None]
    sid: Mapped[str | None] = mapped_column(unique=True)
    statut: Mapped[str | None]  # the channel's own word, merged forward only
    code_erreur: Mapped[int | None]
    efface_le: Mapped[datetime | None]


class Battement(Base):
    """The last sign of life of a part that has no port to ask."""

    __tablename__ = "battements"

    partie: Mapped[str] = mapped_column(primary_key=True)
    vu_le: Mapped[datetime]


class StatutLivraison(Base):
    """Each callback once, kept as received; also those that come before we know the SID."""

    __tablename__ = "statuts_livraison"

    sid: Mapped[str] = mapped_column(primary_key=True)
    statut: Mapped[str] = mapped_column(primary_key=True)
    code_erreur: Mapped[int | None]
    recu_le: Mapped[datetime]
