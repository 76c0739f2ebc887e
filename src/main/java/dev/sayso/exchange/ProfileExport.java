package dev.sayso.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

import dev.sayso.audit.Audit;
import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.FieldChange;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.exchange.ExportRequest.Format;
import dev.sayso.person.Attribute;
import dev.sayso.person.Attributes;
import dev.sayso.person.Profile;
import dev.sayso.profile.list.ProfileQuery;
import dev.sayso.profile.list.ProfileSearch;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.CsvSheet;
import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.api.StreamedFile;

/**
 * Writes the profiles of a list into a file, each with whether contact is allowed, and
 * records who exported them.
 */
@Component
public class ProfileExport {

	/** Where counting stops: a progress bar needs no more. */
	private static final int COUNT_LIMIT = 5_000_000;

	private final ProfileSearch search;

	private final ExportBlocks blocks;

	private final Attributes attributes;

	private final ConsentSettings settings;

	private final ServiceColumns services;

	private final ExportLinks links;

	private final Exports exports;

	private final Audit audit;

	private final Clock clock;

	private final JsonMapper json;

	ProfileExport(ProfileSearch search, ExportBlocks blocks, Attributes attributes, ConsentSettings settings,
			ServiceColumns services, ExportLinks links, Exports exports, Audit audit, Clock clock, JsonMapper json) {
		this.search = search;
		this.blocks = blocks;
		this.attributes = attributes;
		this.settings = settings;
		this.services = services;
		this.links = links;
		this.exports = exports;
		this.audit = audit;
		this.clock = clock;
		this.json = json;
	}

	/** Whether the query can be evaluated; where not, the list says what is wrong. */
	boolean canWrite(ProfileQuery query) {
		return this.search.canAsk(query);
	}

	UUID begin(ExportRequest request, Actor by) {
		UUID id = Ids.next();
		this.exports.add(id, request, this.clock.instant(), by);
		return id;
	}

	void measure(UUID id, ExportRequest request) {
		try {
			this.exports.measure(id, this.search.count(request.query(), COUNT_LIMIT));
		}
		catch (QueryTimeoutException ex) {
			// the page does without a progress bar
		}
	}

	public void send(ExportRequest request, Actor by, HttpServletResponse response) throws IOException {
		send(begin(request, by), request, by, null, response);
	}

	/**
	 * Sends the file of an export that was begun.
	 * @param name the name of the file; null where a program reads it
	 */
	void send(UUID id, ExportRequest request, Actor by, @Nullable String name, HttpServletResponse response)
			throws IOException {
		response.setContentType(
				(request.format() == Format.NDJSON) ? MediaType.APPLICATION_NDJSON_VALUE : "text/csv;charset=UTF-8");
		if (name != null) {
			response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(name).build().toString());
		}
		StreamedFile.send(response, "export " + id, (out) -> write(id, request, by, out));
	}

	/**
	 * Writes the file. Its beginning is on record before the first row is sent, and a
	 * file that breaks off is not ended.
	 */
	void write(UUID id, ExportRequest request, Actor by, OutputStream out) throws IOException {
		Progress progress = fill(id, request, links(request, by), out);
		this.exports.complete(id, progress.people, progress.leftOut);
		tell(id, request, by, progress.people);
	}

	/** Makes the links that the file carries. */
	Function<ProfileId, @Nullable String> links(ExportRequest request, Actor by) {
		return this.links.links(request.links(), by);
	}

	/** Writes the file alone, and notes how far it is. */
	Progress fill(UUID id, ExportRequest request, Function<ProfileId, @Nullable String> links, OutputStream out)
			throws IOException {
		Progress progress = new Progress();
		ProfileWriter file = file(request, out);
		this.blocks.each((give) -> this.search.each(request.query(), give), (block) -> {
			add(block, request, links, file, progress);
			if (progress.isDue()) {
				this.exports.progress(id, progress.seen);
			}
		});
		file.end();
		return progress;
	}

	/** Tells of a file that is whole. */
	void tell(UUID id, ExportRequest request, Actor by, long people) {
		this.audit.write(by, "exported", new AuditSubject("export", id.toString(), ""),
				Stream
					.of(new FieldChange("people", null, String.valueOf(people)),
							new FieldChange("links", null, request.links()))
					.filter((field) -> field.after() != null)
					.toList());
	}

	/** How far a file is. */
	static final class Progress {

		/** So often it is noted how far a file is: each time waits for the disk. */
		private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(500);

		private long noted = System.nanoTime() - PAUSE;

		private long seen;

		private long people;

		private final LeftOut leftOut = LeftOut.none();

		long people() {
			return this.people;
		}

		LeftOut leftOut() {
			return this.leftOut;
		}

		boolean isDue() {
			boolean due = System.nanoTime() - this.noted >= PAUSE;
			if (due) {
				this.noted = System.nanoTime();
			}
			return due;
		}

	}

	private ProfileWriter file(ExportRequest request, OutputStream out) throws IOException {
		List<String> attributes = this.attributes.findAllByOrderByLabel().stream().map(Attribute::name).toList();
		List<Channel> channels = this.settings.channelsInUse();
		List<String> services = List.copyOf(this.services.services().keySet());
		boolean linked = request.links() != null;
		return switch (request.format()) {
			case CSV -> new ProfileWriter.Csv(CsvSheet.to(out), attributes, channels, services, linked);
			case PLAIN_CSV -> new ProfileWriter.Csv(CsvSheet.plain(out), attributes, channels, services, linked);
			case NDJSON -> new ProfileWriter.Ndjson(out, this.json);
		};
	}

	private static void add(ExportBlocks.Block block, ExportRequest request,
			Function<ProfileId, @Nullable String> links, ProfileWriter file, Progress progress) {
		for (ExportBlocks.Person person : block.people()) {
			Profile profile = person.profile();
			progress.seen++;
			if (request.takes(person.verdicts())) {
				file.add(profile, person.values(), person.verdicts(), person.subscribed(), links.apply(profile.id()));
				progress.people++;
			}
			else {
				person.verdicts()
					.stream()
					.filter((verdict) -> verdict.channel() == request.channel())
					.forEach(progress.leftOut::add);
			}
		}
	}

}
