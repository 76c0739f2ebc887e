package dev.sayso.exchange.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;

import dev.sayso.exchange.file.FileLayout;
import dev.sayso.exchange.file.LayoutDetection;
import dev.sayso.exchange.file.UnreadableFileException;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Ids;

/**
 * Keeps an uploaded file, and detects its layout and the targets of its columns.
 */
@Component
class ImportUpload {

	private static final Duration FILES_WAIT = Duration.ofDays(2);

	private static final Duration REJECTS_WAIT = Duration.ofDays(90);

	private final Imports imports;

	private final Uploads uploads;

	private final ImportRejects rejects;

	private final ImportPlans plans;

	private final Clock clock;

	ImportUpload(Imports imports, Uploads uploads, ImportRejects rejects, ImportPlans plans, Clock clock) {
		this.imports = imports;
		this.uploads = uploads;
		this.rejects = rejects;
		this.plans = plans;
		this.clock = clock;
	}

	/**
	 * Keeps a file and creates its import.
	 * @throws UnreadableFileException when it is no list of people
	 */
	Import upload(ImportFile file, InputStream content, Actor by) throws IOException {
		Instant now = this.clock.instant();
		deleteExpired(now);
		UUID id = Ids.next();
		try {
			Path kept = this.uploads.keep(id, content);
			FileLayout layout = LayoutDetection.of(kept);
			ImportFile unpacked = new ImportFile(file.name(), file.fileName(), Files.size(kept));
			ImportPlan plan = this.plans.suggest(id, unpacked, layout, null);
			return this.imports.save(Import.create(id, unpacked, layout, plan, now, by.name()));
		}
		catch (UnreadableFileException ex) {
			this.uploads.delete(id);
			throw ex;
		}
	}

	/** Deletes files and rejects after their time, since they hold personal data. */
	private void deleteExpired(Instant now) {
		this.imports
			.findByStateInAndCreatedAtBefore(List.of(Import.State.BROUGHT, Import.State.TRYING, Import.State.TRIED,
					Import.State.TRY_FAILED, Import.State.FAILED), now.minus(FILES_WAIT))
			.forEach((run) -> this.uploads.delete(run.id()));
		this.rejects.forgetBefore(now.minus(REJECTS_WAIT));
	}

}
