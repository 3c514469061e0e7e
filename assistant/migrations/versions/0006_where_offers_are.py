"""indexes on where offers are, and on those at a distance: a search reads no other"""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_offres_position", "offres", ["latitude", "longitude"])
    op.create_index("ix_offres_modes_accueil", "offres", ["modes_accueil"], postgresql_using="gin")
    op.execute("DROP INDEX IF EXISTS ix_offres_indexees_sens_512")  # the search no longer walks it


def downgrade() -> None:
    op.drop_index("ix_offres_modes_accueil", "offres")
    op.drop_index("ix_offres_position", "offres")
