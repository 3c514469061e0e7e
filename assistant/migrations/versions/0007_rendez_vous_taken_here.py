"""when a person took a rendez-vous here, and the one it replaced: a move can be taken back"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

LIEN = "fk_participations_remplace_id_participations"


def upgrade() -> None:
    op.add_column("participations", sa.Column("prise_le", sa.DateTime(timezone=True)))
    op.add_column("participations", sa.Column("remplace_id", sa.Integer()))
    op.create_foreign_key(
        LIEN, "participations", "participations", ["remplace_id"], ["id"], ondelete="SET NULL"
    )


def downgrade() -> None:
    op.drop_constraint(LIEN, "participations")
    op.drop_column("participations", "remplace_id")
    op.drop_column("participations", "prise_le")
