"""One thread for small products of matrices: many processes ask, and threads would wait for each other.

Numbers come out alike on any machine, too, which the sum of several threads' parts does not promise.
"""

from contextlib import AbstractContextManager

from threadpoolctl import ThreadpoolController

_BLAS = ThreadpoolController()


def un_seul_fil() -> AbstractContextManager[object]:
    seul: AbstractContextManager[object] = _BLAS.limit(limits=1, user_api="blas")
    return seul
