"""the vectors of the search"""

import sqlalchemy as sa
from alembic import op
from pgvector.sqlalchemy import Vector

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("CREATE EXTENSION IF NOT EXISTS vector")
    op.create_table(
        "offres_indexees",
        sa.Column("offre_id", sa.String(), nullable=False),
        sa.Column("empreinte", sa.String(), nullable=False),
        sa.Column("sens", Vector(), nullable=False),
        sa.Column("besoins", Vector(), nullable=False),
        sa.ForeignKeyConstraint(
            ["offre_id"], ["offres.id"], name=op.f("fk_offres_indexees_offre_id_offres"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("offre_id", name=op.f("pk_offres_indexees")),
    )


def downgrade() -> None:
    op.drop_table("offres_indexees")
