"""short links to the pages of offers"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "liens_offre",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("offre_id", sa.String(), nullable=False),
        sa.Column("cree_le", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expire_le", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["offre_id"], ["offres.id"], name=op.f("fk_liens_offre_offre_id_offres"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_liens_offre")),
    )
    op.create_index(op.f("ix_liens_offre_offre_id"), "liens_offre", ["offre_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_liens_offre_offre_id"), table_name="liens_offre")
    op.drop_table("liens_offre")
