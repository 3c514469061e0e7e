"""imported catalogue: fingerprints, withdrawal, end and registration limit of group offers"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("structures_offre", sa.Column("empreinte", sa.String(), nullable=True))
    op.alter_column("structures_offre", "date_maj", nullable=True)
    op.alter_column("offres", "date_maj", nullable=True)
    op.add_column("offres", sa.Column("fin", sa.DateTime(timezone=True), nullable=True))
    op.add_column("offres", sa.Column("fin_inscription", sa.DateTime(timezone=True), nullable=True))
    op.add_column("offres", sa.Column("empreinte", sa.String(), nullable=True))
    op.add_column("offres", sa.Column("retiree_le", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column("offres", "retiree_le")
    op.drop_column("offres", "empreinte")
    op.drop_column("offres", "fin_inscription")
    op.drop_column("offres", "fin")
    op.execute("UPDATE offres SET date_maj = DATE '1970-01-01' WHERE date_maj IS NULL")
    op.execute("UPDATE structures_offre SET date_maj = DATE '1970-01-01' WHERE date_maj IS NULL")
    op.alter_column("offres", "date_maj", nullable=False)
    op.alter_column("structures_offre", "date_maj", nullable=False)
    op.drop_column("structures_offre", "empreinte")
