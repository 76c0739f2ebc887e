package dev.sayso.exchange.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

import dev.sayso.exchange.ServiceColumns;
import dev.sayso.exchange.file.ColumnHeaders;
import dev.sayso.exchange.file.ColumnTarget;
import dev.sayso.exchange.file.ExportColumns;
import dev.sayso.exchange.file.FileLayout;
import dev.sayso.exchange.file.FilePreset;
import dev.sayso.exchange.file.FileRow;
import dev.sayso.exchange.file.RowReader;
import dev.sayso.person.Attributes;
import dev.sayso.person.DetailsDrafts;

/**
 * Suggests how an uploaded file is read, by its columns, its first rows and its name.
 */
@Component
class ImportPlans {

	private static final int SAMPLE_ROWS = 200;

	/** So far a file is looked through. */
	private static final int MOST_ROWS = 200_000;

	/** A column with more values has no states. */
	private static final int FEW = 50;

	private final Uploads uploads;

	private final Attributes attributes;

	private final DetailsDrafts drafts;

	private final ServiceColumns services;

	private final MessageSourceAccessor messages;

	ImportPlans(Uploads uploads, Attributes attributes, DetailsDrafts drafts, ServiceColumns services,
			MessageSourceAccessor messages) {
		this.uploads = uploads;
		this.attributes = attributes;
		this.drafts = drafts;
		this.services = services;
		this.messages = messages;
	}

	/**
	 * The plan that a file suggests.
	 * @param preset the tool's export that it is to be read as; null to recognise it
	 */
	ImportPlan suggest(UUID id, ImportFile file, FileLayout layout, @Nullable FilePreset preset) throws IOException {
		try (RowReader rows = this.uploads.open(id, layout)) {
			List<FileRow> sample = sample(rows);
			FilePreset read = (preset != null) ? preset : FilePreset.recognize(rows.header(), file.fileName());
			Set<String> known = this.services.services().keySet();
			List<ColumnTarget> targets = ColumnHeaders
				.match(rows.header(), this.attributes.findAllByOrderByLabel(), read, sample)
				.stream()
				.map((target) -> target.service().map(known::contains).orElse(true) ? target : ColumnTarget.NOTHING)
				.toList();
			return ImportPlan.of(targets, this.drafts.region(), note(file, read), read);
		}
	}

	/** Whether a column is about a service that is in use no more. */
	boolean isOfArchivedService(String name) {
		return ExportColumns.target(name).flatMap(ColumnTarget::service).filter(this.services::isArchived).isPresent();
	}

	/**
	 * The first rows of a file, and later ones that bring a new value to a column that
	 * has few: one who left may come late.
	 */
	List<FileRow> sample(RowReader rows) throws IOException {
		List<FileRow> sample = new ArrayList<>();
		List<Set<String>> values = new ArrayList<>();
		rows.header().forEach((name) -> values.add(new HashSet<>()));
		int read = 0;
		for (FileRow row = rows.next(); row != null && read < MOST_ROWS; row = rows.next()) {
			boolean fresh = read++ < SAMPLE_ROWS;
			for (int i = 0; i < Math.min(values.size(), row.cells().size()); i++) {
				fresh |= values.get(i).size() < FEW && values.get(i).add(row.cells().get(i));
			}
			if (fresh) {
				sample.add(row);
			}
		}
		return sample;
	}

	/** Where the says in the file come from, as far as the file tells. */
	private String note(ImportFile file, FilePreset preset) {
		boolean tool = !preset.headers().isEmpty();
		String note = text(tool ? "import.note.of-tool" : "import.note.of-file", file.fileName(),
				tool ? text("import.preset." + preset.key()) : "");
		return (note.length() <= 255) ? note : note.substring(0, 255);
	}

	private String text(String code, Object... arguments) {
		return this.messages.getMessage(code, arguments, code);
	}

}
