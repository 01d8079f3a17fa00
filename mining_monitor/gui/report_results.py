"""What was written, as rich text for the Report dock."""

from __future__ import annotations

import html
from pathlib import Path

from qgis.PyQt.QtCore import QUrl

from mining_monitor.adapter import messages
from mining_monitor.adapter.messages import tr
from mining_monitor.contract.report import SiteReportResult
from mining_monitor.contract.results import ExportResult
from mining_monitor.gui import words

#: How the export names a state that was not chosen (engine/reporting/geojson.py).
_STATE = "state "


def report_text(result: SiteReportResult) -> str:
    """Return what was written, as rich text: sites, files as links, warnings, the checksum of the content."""
    links = [
        f'<a href="{html.escape(QUrl.fromLocalFile(path).toString())}">{html.escape(Path(path).name)}</a>'
        for path in (result.output, result.table)
        if path
    ]
    text = tr("{sites} sites, {sectors} written to {file}.")
    lines = [text.format(sites=result.sites, sectors=words.sectors_text(result.sectors), file=", ".join(links))]
    lines += [html.escape(messages.notice_sentence(notice)) for notice in result.warnings]
    lines.append(html.escape(tr("Content SHA-256 {}").format(f"{result.content_sha256[:16]}…")))
    return f'<span title="{html.escape(result.content_sha256)}">' + "<br>".join(lines) + "</span>"


def result_text(result: ExportResult) -> str:
    """Return what was written, as rich text: count, path as a link, what was left out, the checksum."""
    path = Path(result.output)
    link = f'<a href="{html.escape(QUrl.fromLocalFile(str(path)).toString())}">{html.escape(path.name)}</a>'
    lines = [tr("{sectors} written to {file}.").format(sectors=words.sectors_text(result.sectors), file=link)]
    left_out = {reason: count for reason, count in result.left_out.items() if count}
    if left_out:
        listed = ", ".join(f"{words.whole(count)} {_left_out(reason)}" for reason, count in left_out.items())
        lines.append(html.escape(tr("Left out: {}.").format(listed)))
    lines += [html.escape(messages.notice_sentence(notice)) for notice in result.warnings]
    lines.append(html.escape(tr("SHA-256 {}").format(f"{result.sha256[:16]}…")))
    return f'<span title="{html.escape(result.sha256)}">' + "<br>".join(lines) + "</span>"


def _left_out(reason: str) -> str:
    """Return why sectors were left out: the state that was not chosen, or what is wrong with them."""
    return words.state_title(reason[len(_STATE) :]) if reason.startswith(_STATE) else reason
