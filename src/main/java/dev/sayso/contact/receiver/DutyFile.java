package dev.sayso.contact.receiver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

import dev.sayso.audit.PeopleFileLog;
import dev.sayso.contact.feed.ChangeOrder;
import dev.sayso.contact.feed.SayChange;
import dev.sayso.exchange.file.FileLayout;
import dev.sayso.exchange.file.FileRow;
import dev.sayso.exchange.file.LayoutDetection;
import dev.sayso.exchange.file.LineReader;
import dev.sayso.exchange.file.RowReader;
import dev.sayso.exchange.file.UnreadableFileException;
import dev.sayso.shared.Actor;
import dev.sayso.shared.CsvSheet;
import dev.sayso.shared.Ids;

/**
 * A file of the noes that a receiver has not obeyed, for whoever obeys them by hand. What
 * it holds is known there from then on.
 */
@Component
class DutyFile {

	private static final String CHANGE = "change";

	private static final String DONE = "done";

	/** What people write who mean that it is not done. */
	private static final Set<String> NO = Set.of("0", "-", "false", "faux", "no", "n", "non", "nee", "not done");

	private final OptOutClock duties;

	private final Acknowledgements acknowledgements;

	private final ChangeOrder order;

	private final PeopleFileLog log;

	DutyFile(OptOutClock duties, Acknowledgements acknowledgements, ChangeOrder order, PeopleFileLog log) {
		this.log = log;
		this.duties = duties;
		this.acknowledgements = acknowledgements;
		this.order = order;
	}

	/**
	 * Reads a file that came back, as any spreadsheet writes it.
	 * @return the changes beside which something is filled in as done
	 * @throws UnreadableFileException where its columns are not those it went with
	 */
	List<UUID> read(MultipartFile upload) throws IOException {
		Path file = Files.createTempFile("noes", ".csv");
		try {
			upload.transferTo(file);
			FileLayout layout = LayoutDetection.of(file);
			try (RowReader rows = new RowReader(new LineReader(Files.newInputStream(file), layout.charset()), layout)) {
				return ticked(rows);
			}
		}
		finally {
			Files.deleteIfExists(file);
		}
	}

	private static List<UUID> ticked(RowReader rows) throws IOException {
		List<String> names = rows.header().stream().map((name) -> name.strip().toLowerCase(Locale.ROOT)).toList();
		int change = names.indexOf(CHANGE);
		int done = names.indexOf(DONE);
		if (change < 0 || done < 0) {
			throw new UnreadableFileException("receiver.ticks.unreadable");
		}
		Set<UUID> ticked = new LinkedHashSet<>();
		for (FileRow row = rows.next(); row != null && ticked.size() <= OptOutClock.MOST_COUNTED; row = rows.next()) {
			if (row.cells().size() > Math.max(change, done) && isTick(row.cells().get(done))) {
				Ids.parse(row.cells().get(change).strip()).ifPresent(ticked::add);
			}
		}
		return List.copyOf(ticked);
	}

	private static boolean isTick(String cell) {
		return !cell.isBlank() && !NO.contains(cell.strip().toLowerCase(Locale.ROOT));
	}

	void write(Receiver receiver, Actor by, HttpServletResponse response) throws IOException {
		this.log.take(by, "noes", receiver.subject(), () -> write(receiver, response));
	}

	private long write(Receiver receiver, HttpServletResponse response) throws IOException {
		this.order.catchUp();
		List<OptOutClock.Duty> open = this.duties.list(receiver, OptOutClock.Which.OPEN, OptOutClock.MOST_COUNTED);
		if (!receiver.isWebhook()) {
			this.acknowledgements.fetched(receiver, open.stream().map(OptOutClock.Duty::change).toList());
		}
		try (CsvSheet sheet = CsvSheet.answer(response, "noes.csv", false)) {
			sheet.row(List.of(CHANGE, "profile", "externalId", "kind", "purpose", "said", "due", DONE));
			for (OptOutClock.Duty duty : open) {
				SayChange change = duty.change();
				sheet.row(List.of(change.id().toString(), change.profile().toString(),
						Objects.requireNonNullElse(change.externalId(), ""), change.kind().key(),
						Objects.requireNonNullElse(change.purpose(), ""), change.at().toString(), duty.due().toString(),
						""));
			}
			return open.size();
		}
	}

}
