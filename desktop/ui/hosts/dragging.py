"""A host on its way to another place in the order, as its list and its table drag it."""

from PySide6.QtCore import QMimeData

from desktop.domain.host import HostId

MIME = "application/x-paddock-host"


def dragged(host_id: HostId) -> QMimeData:
    """Return what is dragged."""
    data = QMimeData()
    data.setData(MIME, host_id.encode())
    return data


def dropped(data: QMimeData) -> HostId:
    """Return which host was dropped; whether it is still there has to be looked at."""
    return HostId(bytes(data.data(MIME).data()).decode())
