package dev.sayso.exchange.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.consent.ledger.Says;
import dev.sayso.exchange.file.ColumnCells;
import dev.sayso.exchange.file.ColumnHeaders;
import dev.sayso.exchange.file.ColumnTarget;
import dev.sayso.exchange.file.ExportColumns;
import dev.sayso.exchange.file.FileLayout;
import dev.sayso.exchange.file.FilePreset;
import dev.sayso.exchange.file.FileRow;
import dev.sayso.exchange.file.RowReader;
import dev.sayso.exchange.file.StopTerms;
import dev.sayso.shared.Actor;
import dev.sayso.shared.page.ConsolePage;

/**
 * Says how a file is read, what its columns and values mean, and starts the dry run.
 */
@ConsolePage
@RequestMapping("/imports/{id}/columns")
class ImportColumnsController {

	private static final int SAMPLES = 3;

	private static final int SAMPLED = 300;

	private final Imports imports;

	private final Uploads uploads;

	private final ImportPlans plans;

	private final ColumnValues values;

	private final ColumnMenu menu;

	private final ImportManagement management;

	ImportColumnsController(Imports imports, Uploads uploads, ImportPlans plans, ColumnValues values, ColumnMenu menu,
			ImportManagement management) {
		this.imports = imports;
		this.uploads = uploads;
		this.plans = plans;
		this.values = values;
		this.menu = menu;
		this.management = management;
	}

	@GetMapping
	String edit(@PathVariable String id, @RequestParam(defaultValue = "") String encoding,
			@RequestParam(defaultValue = "") String delimiter, @RequestParam(defaultValue = "") String headerRow,
			@RequestParam @Nullable String preset, Model model) throws IOException {
		Import run = this.imports.get(id);
		if (!this.management.row(run).matchable()) {
			return "redirect:/imports/" + id;
		}
		int row = headerRow.matches("\\d{1,3}") ? Integer.parseInt(headerRow) : run.layout().headerRow();
		FileLayout layout = run.layout().with(encoding, delimiter, row);
		boolean other = preset != null && !preset.equals(run.plan().preset());
		ImportPlan plan = run.plan();
		if (other || !layout.equals(run.layout()) || header(run, layout).size() != plan.columns().size()) {
			FilePreset chosen = other ? FilePreset.of(preset).orElse(FilePreset.NONE) : null;
			plan = this.plans.suggest(run.id(), run.file(), layout, chosen);
		}
		model.addAttribute("view", view(run, layout, plan, List.of()));
		return "exchange/imports/columns";
	}

	@PutMapping
	ModelAndView update(@PathVariable String id, ImportColumnsForm form, Actor actor) throws IOException {
		Import run = this.imports.get(id);
		if (!this.management.row(run).matchable()) {
			return new ModelAndView("redirect:/imports/" + id);
		}
		FileLayout layout = form.layout(run.layout());
		ImportPlan plan = form.plan(run.plan());
		List<String> header = header(run, layout);
		List<String> faults = new ArrayList<>(form.faults(header.size(), plan, looksLikeStops(run, header, plan),
				doubtful(run, layout, plan).contains(true)));
		if (faults.isEmpty() && hasUnseenDoubts(run, layout, plan, form)) {
			faults.add("import.columns.fault.values");
		}
		if (faults.isEmpty()) {
			this.management.tryOut(run, layout, plan, actor);
			return new ModelAndView("redirect:/imports/" + id);
		}
		HttpStatusCode status = HttpStatus.UNPROCESSABLE_CONTENT;
		ModelAndView page = new ModelAndView("exchange/imports/columns", status);
		return page.addObject("view", view(run, layout, plan, faults));
	}

	/**
	 * Whether a column was chosen to be an answer whose values the page had not shown,
	 * and one of them cannot be read.
	 */
	private boolean hasUnseenDoubts(Import run, FileLayout layout, ImportPlan plan, ImportColumnsForm form)
			throws IOException {
		List<ColumnValues.Column> columns = this.values.read(run.id(), layout, plan);
		return IntStream.range(0, columns.size()).anyMatch((i) -> columns.get(i).hasUnread() && !form.showed(i));
	}

	/**
	 * Whether a file looks like one of people who opted out: by its name, by what is
	 * known of it, or by a column that is left out.
	 */
	private static boolean looksLikeStops(Import run, List<String> header, ImportPlan plan) {
		boolean named = StopTerms.in(run.file().fileName()).isPresent() || StopTerms.in(run.file().name()).isPresent();
		boolean known = FilePreset.of(plan.preset()).filter((preset) -> !preset.everybody().isEmpty()).isPresent();
		return named || known
				|| IntStream.range(0, Math.min(header.size(), plan.columns().size()))
					.anyMatch((i) -> plan.columns().get(i) == ColumnTarget.NOTHING
							&& ExportColumns.target(header.get(i)).isEmpty()
							&& StopTerms.in(header.get(i)).isPresent());
	}

	/** Of each column whether it is left out and may hold noes. */
	private List<Boolean> doubtful(Import run, FileLayout layout, ImportPlan plan) throws IOException {
		Set<String> known = FilePreset.of(plan.preset()).orElse(FilePreset.NONE).columns().keySet();
		try (RowReader rows = this.uploads.open(run.id(), layout)) {
			List<FileRow> sample = this.plans.sample(rows);
			List<String> header = rows.header();
			List<ColumnTarget> targets = plan.columns();
			return IntStream.range(0, header.size())
				.mapToObj((i) -> i < targets.size() && targets.get(i) == ColumnTarget.NOTHING
						&& !ColumnHeaders.isIn(known, header.get(i)) && !this.plans.isOfArchivedService(header.get(i))
						&& ColumnCells.areDoubtful(header.get(i), ColumnCells.of(sample, i)))
				.toList();
		}
	}

	private List<String> header(Import run, FileLayout layout) throws IOException {
		try (RowReader rows = this.uploads.open(run.id(), layout)) {
			return rows.header();
		}
	}

	private ImportColumnsView view(Import run, FileLayout layout, ImportPlan plan, List<String> faults)
			throws IOException {
		try (RowReader rows = this.uploads.open(run.id(), layout)) {
			List<String> header = rows.header();
			List<FileRow> samples = new ArrayList<>();
			for (FileRow row = rows.next(); row != null && samples.size() < SAMPLED; row = rows.next()) {
				if (row.fault() == null) {
					samples.add(row);
				}
			}
			ImportPlan fitting = (plan.columns().size() == header.size()) ? plan
					: this.plans.suggest(run.id(), run.file(), layout, FilePreset.of(plan.preset()).orElse(null));
			List<ColumnValues.Column> values = this.values.read(run.id(), layout, fitting);
			List<Boolean> doubtful = doubtful(run, layout, fitting);
			List<ImportColumnsView.Column> columns = new ArrayList<>();
			for (int i = 0; i < header.size(); i++) {
				ColumnTarget target = fitting.columns().get(i);
				boolean out = target == ColumnTarget.NOTHING;
				columns.add(new ImportColumnsView.Column(header.get(i), target.key(), samples(samples, i),
						values.get(i), doubtful.get(i), out && ExportColumns.isVerdict(header.get(i)),
						out && !header.get(i).isBlank() && header.indexOf(header.get(i)) < i));
			}
			return new ImportColumnsView(run, layout, fitting, columns, this.menu.groups(), this.menu.countries(),
					this.menu.refusals(), looksLikeStops(run, header, fitting), faults);
		}
	}

	/**
	 * The first cells, and such with letters beyond ASCII, which show whether the
	 * encoding is right.
	 */
	private static List<String> samples(List<FileRow> rows, int column) {
		return rows.stream()
			.map((row) -> row.cells().get(column))
			.filter((cell) -> !cell.isBlank())
			.sorted(Comparator.comparing((cell) -> cell.chars().noneMatch((letter) -> letter > 127)))
			.distinct()
			.limit(SAMPLES)
			.toList();
	}

}
