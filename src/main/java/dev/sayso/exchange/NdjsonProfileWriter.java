package dev.sayso.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import tools.jackson.databind.json.JsonMapper;

import dev.sayso.consent.status.Verdict;
import dev.sayso.person.Profile;
import dev.sayso.profile.ProfileDocument;
import dev.sayso.shared.api.NdjsonWriter;

/**
 * Writes profiles as JSON, one a line, as the API shows them, with {@code contact}: for
 * each channel whether contact is allowed, and the reasons where it is not.
 */
final class NdjsonProfileWriter implements ProfileWriter {

	private final NdjsonWriter lines;

	NdjsonProfileWriter(OutputStream out, JsonMapper json) {
		this.lines = new NdjsonWriter(out, json, Line.class);
	}

	/** A line. */
	record Line(@JsonUnwrapped ProfileDocument profile, Map<String, Contact> contact) {
	}

	/** Whether a channel may be used. */
	record Contact(boolean allowed, List<String> reasons) {
	}

	@Override
	public void add(Profile profile, Map<String, Object> values, List<Verdict> verdicts) {
		Map<String, Contact> contact = new LinkedHashMap<>();
		verdicts.forEach((verdict) -> contact.put(verdict.channel().key(),
				new Contact(verdict.allowed(), CsvProfileWriter.codes(verdict))));
		this.lines.write(new Line(ProfileDocument.of(profile, values), contact));
	}

	@Override
	public void end() throws IOException {
		this.lines.end();
	}

}
