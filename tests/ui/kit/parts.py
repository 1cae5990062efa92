"""A page with every part of the kit in every state."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QLayout, QWidget

from desktop_app.presenters.badges import BadgeKind
from desktop_app.presenters.choices import country_choices
from desktop_app.presenters.key_words import KeyEntry, KeyGroup
from desktop_app.presenters.quick_open_presenter import QuickGroup, QuickRow
from desktop_app.ui.alert import Alert, AlertKind
from desktop_app.ui.badge import Badge
from desktop_app.ui.buttons import Button, ButtonKind, IconButton, Link
from desktop_app.ui.choice_boxes import CheckBox, RadioButton
from desktop_app.ui.date_field import DateField
from desktop_app.ui.disclosure import Disclosure
from desktop_app.ui.editable_rows import EditableRows, RowEditor
from desktop_app.ui.facts import Fact
from desktop_app.ui.field_flow import FieldFlow
from desktop_app.ui.fields import FieldGroup, FieldRow, FieldState
from desktop_app.ui.form import Form
from desktop_app.ui.inputs import ComboBox, LineEdit
from desktop_app.ui.key_list import KeyList
from desktop_app.ui.labels import ElidedLabel, IconLabel, Label
from desktop_app.ui.layouts import STRETCH, Column, FlowRow, Gap, Row
from desktop_app.ui.note_row import NoteRow
from desktop_app.ui.palette import Status, Token
from desktop_app.ui.password_field import PasswordField, StrengthMeter
from desktop_app.ui.preview import PagePicture, PagePreview
from desktop_app.ui.quick_open import QuickOpen
from desktop_app.ui.rows_table import RowsTable
from desktop_app.ui.rows_table_model import RowsTableModel, TableColumn
from desktop_app.ui.search_choice import SearchChoice
from desktop_app.ui.segment import Segment
from desktop_app.ui.surfaces import Card, Line, Panel, ScrollArea
from desktop_app.ui.tabs import Tabs
from desktop_app.ui.text_area import TextArea
from desktop_app.ui.text_roles import TextRole
from desktop_app.ui.timeline import NodeState, Timeline, TimelineNode, TodayTick

TODAY = date(2026, 11, 23)
TABS = (
    ("overview", "Overblik"),
    ("family", "Familie"),
    ("interview", "Modtagesamtale"),
    ("plan", "Kontrakt"),
    ("follow-ups", "Opfølgninger"),
    ("deadlines", "Frister"),
    ("documents", "Dokumenter"),
    ("history", "Historik"),
)
NODES = (
    TimelineNode("Visiteret", "12.06.2026", "", NodeState.DONE),
    TimelineNode("Ansvar overtaget", "03.08.2026", "Første hverdag", NodeState.DONE),
    TimelineNode("Kontrakt", "27.08.2026", "Til tiden", NodeState.DONE),
    TimelineNode("Opfølgning 1", "27.11.2026", "Om 4 dage", NodeState.NEXT),
    TimelineNode("Opfølgning 2", "27.02.2027", "Forventet", NodeState.PLANNED),
    TimelineNode("Opfølgning 3", "27.05.2027", "Forventet", NodeState.PLANNED),
    TimelineNode("Programmet udløber", "03.08.2027", "", NodeState.END),
)
NOTES = (
    (
        Status.SOON,
        "warning",
        "Scan af den underskrevne kontrakt",
        "Underskrevet på papir den 27. august 2026",
        "Vedhæft scan …",
    ),
    (
        Status.SOON,
        "warning",
        "Tolkens navn eller nummer den 27. august",
        "Skal stå i kontraktens afsnit 6",
        "Tilføj tolk",
    ),
    (
        Status.MONTH,
        "time",
        "Tilbud om helbredsvurdering",
        "Senest den 3. februar 2027 · integrationslovens § 15 d",
        "Registrér tilbud",
    ),
    (
        Status.NEUTRAL,
        "info",
        "Mål for dansk",
        "Aftales med sprogcentret · integrationslovens § 45, stk. 9",
        "Gå til kontrakten",
    ),
)


def overview() -> QWidget:
    """The case, as in the drawing of its overview."""
    tabs = Tabs("Sagens dele", TABS)
    head = Column(
        FlowRow(
            Row(Label("Rima Al-Hassan", TextRole.PERSON), Label("ريما الحسن", TextRole.SCRIPT_NAME), spacing=12),
            STRETCH,
            Button("Vis udskrift …", icon="print"),
            Button("Begynd opfølgning", ButtonKind.PRIMARY),
            across=12,
        ),
        Gap(12),
        FlowRow(
            Fact("Næste frist", Badge(Status.SOON, "Frist om 4 dage"), Label("Opfølgning")),
            Fact("CPR-nummer", Label("010190-••••"), Link("Vis")),
            Fact("Sprog og tolk", "Arabisk (syrisk) · tolk: ja, helst kvinde"),
            Fact("Sag", "2026-014"),
            Fact("Ansvarlig", "Mette Jensen"),
            across=32,
        ),
        Gap(10),
        tabs,
        margins=(24, 16, 24, 0),
    )
    timeline = Timeline("Tidslinje for sagen")
    timeline.show_nodes(NODES, TodayTick("I dag 23.11.", 2.96))
    missing = Column(Row(Label("Mangler", TextRole.HEADING), Label("4", TextRole.META), STRETCH))
    for place, (status, icon, title, detail, action) in enumerate(NOTES):
        if place:
            missing.add(Line())
        missing.add(NoteRow(icon, status.mark, title, detail, Link(action)))
    missing.add(STRETCH)
    body = Column(timeline, Gap(16), Line(), Gap(20), missing, margins=(24, 20, 24, 16))
    whole = Column(_holding(head), Line())
    whole.add(_holding(body), stretch=1)
    return ScrollArea(whole)


def texts() -> QWidget:
    column = Column(spacing=6, margins=24)
    for role in TextRole:
        column.add(Label(f"{role.value}: Integrationslovens § 19, stk. 1", role))
    column.add(Label("አበበ ቢቂላ · Олена Коваль · Şükrü Çelik · ريما الحسن", TextRole.SCRIPT_NAME))
    column.add(ElidedLabel("Denne linje er så lang, at den ender i prikker, når der ikke er plads. " * 4))
    column.add(Label("Denne tekst brydes over flere linjer, når der ikke er plads til den på én. " * 4, wraps=True))
    tones = (Token.MUTED, Token.LINK, *(status.text for status in Status))
    column.add(FlowRow(*(Label(tone.value, tone=tone) for tone in tones)))
    column.add(FlowRow(*(IconLabel(status.icon, status.mark, 24, name=status.value) for status in Status)))
    words = (
        "Overskredet 6 dage",
        "Frist om 2 dage",
        "Frist om 9 dage",
        "3 dage for sent",
        "Til tiden",
        "Frist den 04.01.2027",
    )
    column.add(FlowRow(*(Badge(status, word) for status, word in zip(Status, words, strict=True))))
    column.add(STRETCH)
    return _surface(ScrollArea(column, name="Tekster"))


def buttons() -> QWidget:
    column = Column(spacing=16, margins=24)
    for is_enabled in (True, False):
        row = FlowRow(
            Button("Ny modtagelse", ButtonKind.PRIMARY, icon="plus"),
            Button("Åbn sagen", ButtonKind.SECOND),
            Button("Tilføj aktivitet", ButtonKind.SECOND, icon="plus"),
            Button("Annuller"),
            Button("Næste: Sprog …", trailing_icon="chevron-right"),
            Button("Flere handlinger", ButtonKind.QUIET, trailing_icon="chevron-down"),
            Button("2 overskredet", ButtonKind.FILTER, icon="error", icon_token=Token.OVERDUE_MARK),
            Link("Vedhæft scan …"),
            Link("Rahimi, Farid", icon="arrow-back"),
            IconButton("close", "Luk"),
            IconButton("more-horiz", "Flere handlinger", ButtonKind.PLAIN),
        )
        holder = _holding(row)
        holder.setEnabled(is_enabled)
        column.add(holder)
    chosen = Button("3 inden for 7 dage", ButtonKind.FILTER, icon="warning", icon_token=Token.SOON_MARK)
    chosen.setChecked(True)
    owner = Segment("Form", (("met", "Fremmøde"), ("phone", "Telefon"), ("video", "Video"), ("letter", "Brev")))
    owner.choose("phone")
    slim = Segment(
        "Mål", (("going", "På vej"), ("met", "Opnået"), ("changed", "Ændret"), ("given-up", "Opgivet")), is_slim=True
    )
    slim.choose("going")
    column.add(FlowRow(chosen, owner, slim))
    checked, radio = CheckBox("Udbyttet set i forhold til målene"), RadioButton("Ja")
    checked.setChecked(True)
    radio.setChecked(True)
    column.add(FlowRow(checked, CheckBox("Om kontrakten er overholdt"), radio, RadioButton("Nej")))
    disabled = CheckBox("Kan ikke vælges")
    disabled.setChecked(True)
    disabled.setEnabled(False)
    column.add(disabled, CheckBox("Nødnøglen er udskrevet og lagt i teamets boks. " * 4))
    column.add(Disclosure("Afsluttet i dag", Label("To opgaver"), "2"), STRETCH)
    return _surface(ScrollArea(column))


def fields() -> QWidget:
    cpr = FieldRow("CPR-nummer", LineEdit("010190-1235"), is_optional=True, width=168)
    cpr.show_message(
        FieldState.WARNING,
        "Kontrolcifferet passer ikke. Det kan være rigtigt for numre tildelt efter 2007. Tjek nummeret en ekstra gang.",
    )
    first_name = FieldRow("Fornavn", LineEdit(), width=300)
    first_name.show_message(FieldState.ERROR, "Indtast borgerens fornavn")
    arabic = FieldRow("Navn i oprindelig skrift", LineEdit("ريما الحسن"), is_optional=True, width=240)
    taken_over = FieldRow(
        "Kommunen overtager ansvaret",
        date_field(date(2027, 1, 4)),
        help_text="Forslag. Du kan rette datoen og skrive hvorfor.",
    )
    taken_over.add_after(Link("Ret med begrundelse …"))
    nationality = FieldRow("Statsborgerskab", search_choice("SY"), width=200)
    locked = LineEdit("2026-014")
    locked.setReadOnly(True)
    disabled = ComboBox((("x", "Kan ikke vælges"),))
    disabled.setEnabled(False)
    interpreter = Segment("Tolk", (("yes", "Ja"), ("no", "Nej")))
    interpreter.choose("yes")
    answer = TextArea(lines=3, is_large=True)
    answer.set_text("Sygeplejerske på et hospital i Kharkiv i 8 år. Sidst på medicinsk afdeling. " * 3)
    note = TextArea()
    note.set_text("Rima har mødt stabilt på sprogcentret.")
    password = LineEdit("hemmelig kode")
    password.hide_text(hidden=True)
    left = FieldGroup(first_name, arabic, cpr, nationality, FieldRow("Tolk", interpreter), taken_over)
    right = FieldGroup(
        FieldRow("Hvad har du arbejdet med?", answer, help_text="Stilling, branche og hvor længe"),
        FieldRow("Drøftet", note),
        FieldRow("Sagsnr.", locked, width=152),
        FieldRow("Låst", disabled, width=200),
        FieldRow("Adgangskode", password, width=300),
    )
    columns = Row(spacing=40, margins=24)
    columns.add(left, right, stretch=1)
    column = Column(columns, STRETCH)
    return _surface(ScrollArea(column))


def date_field(day: date | None = None, *, is_slim: bool = False) -> DateField:
    """A field for a day, seen from the day of all drawings."""
    field = DateField(lambda: TODAY, is_slim=is_slim)
    field.set_day(day)
    return field


def search_choice(key: str = "") -> SearchChoice:
    """All countries to choose from."""
    choice = SearchChoice(country_choices())
    choice.choose(key)
    return choice


def messages() -> QWidget:
    column = Column(spacing=16, margins=24)
    for kind in AlertKind:
        column.add(
            Alert(
                kind,
                "Ligner en eksisterende sag",
                "Rima Al-Hassan, født 1990, sag 2026-014. Er det samme person?",
                (Link("Åbn den sag"), Link("Opret alligevel")),
            )
        )
    column.add(Alert(AlertKind.SUCCESS, "Opgaven er gennemført."))
    unlock = Column(
        Label("Én Plan", TextRole.PRODUCT),
        Gap(12),
        Label("Lås op for sagerne", TextRole.CARD_TITLE),
        Gap(6),
        Label("Låst kl. 10.52, fordi programmet ikke var i brug i 10 minutter.", tone=Token.MUTED, wraps=True),
        Gap(24),
        FieldRow("Adgangskode", LineEdit()),
        Gap(24),
        _filling(Button("Lås op", ButtonKind.PRIMARY)),
        margins=(40, 36, 40, 32),
    )
    column.add(Row(Card(unlock, width=456), STRETCH), STRETCH)
    return _surface(ScrollArea(column))


def activities() -> QWidget:
    rows = (
        ("Danskuddannelse 2", "Sprogcenter Nordsund", "07.12.2026 – 30.06.2027", "15", "Borgeren"),
        ("Virksomhedspraktik", "Lund Tømrer og Snedker", "04.01.2027 – 31.03.2027", "22", "Mette Jensen"),
    )
    columns = (
        TableColumn[tuple[str, ...]](
            "Aktivitet", lambda row: row[0], 180, stretch=1, second_line=lambda row: row[1], is_strong=True
        ),
        TableColumn[tuple[str, ...]]("Periode", lambda row: row[2], 170),
        TableColumn[tuple[str, ...]](
            "Timer/uge",
            lambda row: row[3],
            80,
            alignment=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            sort_key=lambda row: int(row[3]),
        ),
        TableColumn[tuple[str, ...]]("Ansvarlig", lambda row: row[4], 110, drop_order=1),
    )
    table = RowsTable("Aktiviteter", RowsTableModel(columns, lambda row: row[0]))
    table.set_rows(rows)
    table.select("Virksomhedspraktik")
    table.sort_by(2)
    preview = PagePreview("Kontrakt")
    preview.show_page(page_picture(), 1, 2)
    preview.set_updated("Opdateret kl. 10.42")
    left = Column(Label("3 Aktiviteter", TextRole.PANE_TITLE), Gap(8), margins=24)
    left.add(table, stretch=1)
    body = Row(spacing=0)
    body.add(left, stretch=1)
    whole = Column()
    whole.add(preview, stretch=1)
    body.add(Panel(whole, edges=Qt.Edge.LeftEdge, width=380))
    return _holding(body)


FOUND = (
    QuickGroup(
        "Sager",
        (
            QuickRow(
                id="case:2026-019",
                icon="person",
                title="Rahimi, Farid",
                bold=((0, 4),),
                detail="Født 1988 · Afghanistan · sag 2026-019",
                badge="Frist om 9 dage",
                badge_kind=BadgeKind.MONTH,
            ),
            QuickRow(
                id="case:2026-020",
                icon="person",
                title="Rahimi, Laila",
                bold=((0, 4),),
                detail="Født 1991 · Afghanistan · sag 2026-020",
                badge="Frist den 04.01.2027",
                badge_kind=BadgeKind.NEUTRAL,
            ),
            QuickRow(
                id="case:2025-017",
                icon="person",
                title="Taher, Rahim",
                bold=((7, 11),),
                detail="Født 1979 · Iran · sag 2025-017",
            ),
        ),
    ),
    QuickGroup("Handlinger", (QuickRow(id="act:1", icon="plus", title="Ny modtagelse", keys="Ctrl+Shift+N"),)),
)


def quick_open() -> QWidget:
    """A page with the list of Ctrl+K over it."""
    page = Panel(Column(Label("I dag", TextRole.TITLE), Button("Ny modtagelse"), STRETCH, margins=24))
    found = QuickOpen(page)
    found.open()
    found.show_groups(FOUND, "3 sager")
    return page


def passwords() -> QWidget:
    """A new password, and how hard each is to guess."""
    column = Column(PasswordField("Adgangskode", help_text="Mindst 12 tegn. Gerne fire tilfældige ord.", width=320))
    for bars, word in enumerate(("2 tegn mere", "Svag adgangskode", "Nogenlunde adgangskode", "God", "Stærk")):
        meter = StrengthMeter(4)
        meter.show_strength(bars, word)
        column.add(Gap(16), meter)
    column.set_margins(24)
    column.add(STRETCH)
    return _surface(ScrollArea(column))


KEYS = (
    KeyGroup(
        "Overalt",
        (
            KeyEntry(("Ctrl+K",), "Søg eller gå til en sag, en person eller en handling"),
            KeyEntry(("Ctrl+1", "Ctrl+2"), "Gå til I dag eller Sager"),
            KeyEntry(("Alt+Left",), "Tilbage"),
            KeyEntry(("Ctrl++", "Ctrl+-", "Ctrl+0"), "Større, mindre og almindelig tekst"),
            KeyEntry(("Ctrl+L",), "Lås"),
        ),
    ),
    KeyGroup(
        "I en plan",
        (
            KeyEntry(("Ctrl+PgUp", "Ctrl+PgDown"), "Forrige og næste afsnit"),
            KeyEntry(("Alt+Shift+Up", "Alt+Shift+Down"), "Flyt rækken op eller ned"),
        ),
    ),
)


def keys() -> QWidget:
    """The page of shortcuts."""
    column = Column(Label("Genveje", TextRole.TITLE), Gap(16), KeyList(KEYS), STRETCH, margins=24)
    return _surface(ScrollArea(column, name="Genveje"))


class ActivityRow(RowEditor):
    """An activity of a plan, as the editor will show it."""

    def __init__(self) -> None:
        super().__init__()
        self.kind = ComboBox((("da", "Danskuddannelse"), ("wp", "Virksomhedspraktik"), ("me", "Mentor")))
        self.place, self.hours, self.who = LineEdit(), LineEdit(), LineEdit()
        self.first, self.last = date_field(is_slim=True), date_field(is_slim=True)
        self.note = TextArea(lines=1)
        flow = FieldFlow()
        flow.add(self.add_field("kind", FieldRow("Aktivitet", self.kind)), least=180)
        flow.add(self.add_field("place", FieldRow("Sted", self.place)), least=160)
        flow.add(self.add_field("first", FieldRow("Fra", self.first)), least=180, share=0)
        flow.add(self.add_field("last", FieldRow("Til", self.last)), least=180, share=0)
        flow.add(self.add_field("hours", FieldRow("Timer/uge", self.hours, width=72)), least=80, share=0)
        flow.add(self.add_field("who", FieldRow("Ansvarlig", self.who)), least=140)
        self.setLayout(Column(flow, Gap(8), self.add_field("note", FieldRow("Bemærkning", self.note))))

    def show_activity(self, kind: str, place: str, first: date, last: date, hours: str, who: str) -> None:
        self.kind.choose(kind)
        self.place.setText(place)
        self.first.set_day(first)
        self.last.set_day(last)
        self.hours.setText(hours)
        self.who.setText(who)


def activity_rows() -> EditableRows[ActivityRow]:
    """The activities of a plan being written."""
    rows = EditableRows("Aktivitet", "Tilføj aktivitet", ActivityRow, empty_text="Ingen aktiviteter endnu.")
    school, work = ("da", "Sprogcenter Nordsund"), ("wp", "Lund Tømrer og Snedker")
    rows.add_row().show_activity(*school, date(2026, 12, 7), date(2027, 6, 30), "15", "Borgeren")
    rows.add_row().show_activity(*work, date(2027, 1, 4), date(2027, 3, 31), "22", "Mette Jensen")
    return rows


def editing() -> QWidget:
    """The part of a plan's editor with its activities."""
    form = Form()
    rows = form.add_rows("activities", activity_rows())
    column = Column(form.summary, Gap(16), Label("3 Aktiviteter", TextRole.PANE_TITLE), Gap(8), rows, STRETCH)
    column.set_margins(24)
    page = _surface(ScrollArea(column))
    form.show_problems({"activities.1.last": "Slutdatoen skal ligge efter startdatoen"})
    form.setParent(page)
    return page


def page_picture() -> PagePicture:
    """A page of A4 with a few lines on it."""
    image = QImage(420, 594, QImage.Format.Format_RGBA8888)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    for line in range(20):
        painter.fillRect(40, 60 + line * 22, 340 - (line % 4) * 40, 8, QColor("#606060"))
    painter.end()
    return PagePicture(420, 594, bytes(image.constBits()), "Kontrakt mellem borgeren og kommunen")


def _holding(layout: QLayout) -> QWidget:
    holder = QWidget()
    holder.setLayout(layout)
    return holder


def _surface(area: ScrollArea) -> Panel:
    whole = Column()
    whole.add(area, stretch=1)
    return Panel(whole)


def _filling(button: Button) -> Button:
    button.fill_width()
    return button
