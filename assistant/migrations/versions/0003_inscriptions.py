"""inscriptions and prescriptions"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "inscriptions",
        *_personne_et_offre("inscriptions"),
        sa.Column("inscrite_le", sa.DateTime(timezone=True), nullable=True),
        sa.Column("proposee_le", sa.DateTime(timezone=True), nullable=True),
        sa.Column("annoncee_le", sa.DateTime(timezone=True), nullable=True),
        sa.Column("jusqu_a", sa.DateTime(timezone=True), nullable=True),
        sa.Column("finie_le", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rappelee_le", sa.DateTime(timezone=True), nullable=True),
        sa.Column("incertitude_dite_le", sa.DateTime(timezone=True), nullable=True),
    )
    op.create_table(
        "prescriptions",
        *_personne_et_offre("prescriptions"),
        sa.Column("decidee_le", sa.DateTime(timezone=True), nullable=True),
        sa.Column("annoncee_le", sa.DateTime(timezone=True), nullable=True),
    )
    _index("inscriptions", "uq_inscriptions_vivante", "etat IN ('inscrite','en_attente','proposee')")
    _index("prescriptions", "uq_prescriptions_en_cours", "etat = 'en_cours'")
    op.create_index("ix_inscriptions_etat", "inscriptions", ["etat"])


def downgrade() -> None:
    op.drop_table("prescriptions")
    op.drop_table("inscriptions")


def _personne_et_offre(table: str) -> list[Any]:
    return [
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("offre_id", sa.String(), nullable=False),
        sa.Column("allocataire_id", sa.Integer(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=True),
        sa.Column("etat", sa.String(length=40), nullable=False),
        sa.Column("demandee_le", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        _cle(table, "offre_id", "offres", "CASCADE"),
        _cle(table, "allocataire_id", "allocataires", "CASCADE"),
        _cle(table, "conversation_id", "conversations", "SET NULL"),
    ]


def _cle(table: str, colonne: str, vers: str, ondelete: str) -> sa.ForeignKeyConstraint:
    nom = f"fk_{table}_{colonne}_{vers}"
    return sa.ForeignKeyConstraint([colonne], [f"{vers}.id"], name=nom, ondelete=ondelete)


def _index(table: str, vivante: str, condition: str) -> None:
    for colonne in ("allocataire_id", "conversation_id"):
        op.create_index(f"ix_{table}_{colonne}", table, [colonne])
    op.create_index(
        vivante, table, ["offre_id", "allocataire_id"], unique=True, postgresql_where=sa.text(condition)
    )
