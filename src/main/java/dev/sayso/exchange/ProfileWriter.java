package dev.sayso.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import dev.sayso.consent.status.Verdict;
import dev.sayso.exchange.file.ExportColumns;
import dev.sayso.person.DetailsDraft;
import dev.sayso.person.Profile;
import dev.sayso.profile.ProfileDocument;
import dev.sayso.shared.Channel;
import dev.sayso.shared.CsvSheet;
import dev.sayso.shared.api.NdjsonWriter;

/**
 * Writes profiles into a file, one after the other. Each carries whether they may be
 * contacted, so that no file becomes a mailing list of people who opted out.
 */
interface ProfileWriter {

	/**
	 * @param values under the declared attributes, by name
	 * @param verdicts for each channel in use
	 * @param subscribed how they stand to services, by key
	 * @param link their own; null where the file carries none
	 */
	void add(Profile profile, Map<String, Object> values, List<Verdict> verdicts, Map<String, String> subscribed,
			@Nullable String link);

	/** Ends a complete file; a file that broke off is not ended. */
	void end() throws IOException;

	private static List<String> codes(Verdict verdict) {
		return verdict.reasons().stream().map((reason) -> reason.code().name()).distinct().toList();
	}

	final class Csv implements ProfileWriter {

		private final CsvSheet sheet;

		private final List<String> attributes;

		private final List<String> services;

		Csv(CsvSheet sheet, List<String> attributes, List<Channel> channels, List<String> services, boolean linked) {
			this.sheet = sheet;
			this.attributes = attributes;
			this.services = services;
			List<String> header = new ArrayList<>(List.of("id"));
			header.addAll(DetailsDraft.FIELDS);
			attributes.forEach((name) -> header.add("attributes." + name));
			channels.forEach((channel) -> {
				header.add(ExportColumns.verdict(channel));
				header.add(ExportColumns.reasons(channel));
			});
			header.addAll(ExportColumns.TRACKING);
			services.forEach((service) -> header.add(ServiceColumns.PREFIX + service));
			if (linked) {
				header.add(ExportColumns.LINK);
			}
			sheet.row(header);
		}

		@Override
		public void add(Profile profile, Map<String, Object> values, List<Verdict> verdicts,
				Map<String, String> subscribed, @Nullable String link) {
			List<Object> row = new ArrayList<>(List.of(profile.id()));
			Map<String, Object> fields = profile.details().fields();
			DetailsDraft.FIELDS.forEach((field) -> row.add(fields.getOrDefault(field, "")));
			this.attributes.forEach((name) -> row.add(values.getOrDefault(name, "")));
			verdicts.forEach((verdict) -> {
				row.add(verdict.allowed() ? "yes" : "no");
				row.add(codes(verdict).stream().collect(Collectors.joining(" ")));
			});
			row.add(verdicts.get(0).opens().key());
			row.add(verdicts.get(0).clicks().key());
			this.services.forEach((service) -> row.add(subscribed.getOrDefault(service, "")));
			if (link != null) {
				row.add(link);
			}
			this.sheet.row(row);
		}

		@Override
		public void end() throws IOException {
			this.sheet.close();
		}

	}

	/**
	 * Writes profiles as JSON, one a line, as the API shows them, with {@code contact}:
	 * for each channel whether contact is allowed, and the reasons where it is not,
	 * {@code mayMeasure}: what may be measured of what they get, {@code subscriptions}:
	 * how they stand to services, by key, and {@code personalLink} where the file carries
	 * links.
	 */
	final class Ndjson implements ProfileWriter {

		private final NdjsonWriter lines;

		Ndjson(OutputStream out, JsonMapper json) {
			this.lines = new NdjsonWriter(out, json, Line.class);
		}

		record Line(@JsonUnwrapped ProfileDocument profile, Map<String, Contact> contact, Measured mayMeasure,
				Map<String, String> subscriptions,
				@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String personalLink) {
		}

		record Measured(String opens, String clicks) {
		}

		record Contact(boolean allowed, List<String> reasons) {
		}

		@Override
		public void add(Profile profile, Map<String, Object> values, List<Verdict> verdicts,
				Map<String, String> subscribed, @Nullable String link) {
			Map<String, Contact> contact = new LinkedHashMap<>();
			verdicts.forEach(
					(verdict) -> contact.put(verdict.channel().key(), new Contact(verdict.allowed(), codes(verdict))));
			this.lines.write(new Line(ProfileDocument.of(profile, values), contact,
					new Measured(verdicts.get(0).opens().key(), verdicts.get(0).clicks().key()), subscribed, link));
		}

		@Override
		public void end() throws IOException {
			this.lines.end();
		}

	}

}
