package dev.sayso.exchange.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.sayso.ProductTest;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.ledger.Says;
import dev.sayso.consent.suppression.Suppression;
import dev.sayso.consent.suppression.Suppressions;
import dev.sayso.person.Attribute;
import dev.sayso.person.Attributes;
import dev.sayso.person.People;
import dev.sayso.person.Profile;
import dev.sayso.person.ProfileLookup;
import dev.sayso.person.Profiles;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Ids;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files as people have them, each imported as it is suggested, and what stands in the
 * store afterwards, down to every no.
 */
@ProductTest
class ImportedFilesTests {

	@Autowired
	ImportManagement upload;

	@Autowired
	Imports imports;

	@Autowired
	RunImport runImport;

	@Autowired
	ImportRejects rejects;

	@Autowired
	Clock clock;

	@Autowired
	ProfileLookup references;

	@Autowired
	Profiles profiles;

	@Autowired
	Says says;

	@Autowired
	RecordSay recordSay;

	@Autowired
	Suppressions suppressions;

	@Autowired
	People people;

	@Autowired
	Attributes attributes;

	@Autowired
	JdbcClient jdbc;

	private ImportTally tried = ImportTally.NONE;

	/**
	 * A file, who is known before, and what holds afterwards.
	 */
	record Sample(String name, String fileName, Charset charset, List<String> known, String content,
			List<String> expected) {

		static Sample of(String text) {
			List<String> lines = text.lines().toList();
			String[] title = lines.get(0).split("\\s*\\|\\s*");
			List<String> content = lines.subList(1, lines.size())
				.stream()
				.filter((line) -> !line.startsWith("+ ") && !line.startsWith("> "))
				.toList();
			return new Sample(title[0], title[1],
					(title.length > 2) ? Charset.forName(title[2]) : StandardCharsets.UTF_8, marked(lines, "+ "),
					String.join("\n", content).stripTrailing() + "\n", marked(lines, "> "));
		}

		private static List<String> marked(List<String> lines, String mark) {
			return lines.stream().filter((line) -> line.startsWith(mark)).map((line) -> line.substring(2)).toList();
		}

		@Override
		public String toString() {
			return this.name;
		}

	}

	static Stream<Sample> samples() throws IOException {
		try (var in = ImportedFilesTests.class.getResourceAsStream("/exchange/imported-files.txt")) {
			String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
			return Arrays.stream(text.split("(?m)^# ")).filter((part) -> !part.isBlank()).map(Sample::of);
		}
	}

	@ParameterizedTest
	@MethodSource("samples")
	void aFileBringsWhatItSays(Sample sample) throws Exception {
		sample.known().forEach(this::know);
		Import done = bring(sample.fileName(), sample.content().getBytes(sample.charset()));
		assertThat(done.tally()).as("as the dry run told").isEqualTo(this.tried);
		assertThat(done.state()).isEqualTo(Import.State.DONE);
		sample.expected().forEach((expected) -> check(expected, done));
	}

	@Test
	void atLeastSixtyFilesAreTried() throws Exception {
		assertThat(samples()).hasSizeGreaterThanOrEqualTo(60);
	}

	/**
	 * Whatever else is in a row, or befalls it: where the person can be found their no
	 * stands afterwards.
	 */
	@Test
	void noNoOfAPersonWhoCanBeFoundIsLost() throws Exception {
		Random random = new Random(20261129);
		// PostgreSQL takes no NUL, so that such a value breaks the commit of its row
		this.attributes
			.save(new Attribute(Ids.next(), null, "remark", "Remark", Attribute.Type.TEXT, "", this.clock.instant()));
		this.people.create(Map.of("email", "owner@x.example", "externalId", "taken"));
		for (int i = 0; i < 40; i += 2) {
			this.people.create(Map.of("email", "p" + i + "@x.example"));
			this.people.create(Map.of("email", "P" + i + "@x.example", "externalId", "twin-" + i));
		}
		List<String> odd = List.of("", "x", "NULL", "\\N", "\"a \"\"b\"\"\"", "\"two\nlines\"", "\"open", "a\"b",
				"99/99/9999", "=1+1", "é\u0000", "\uD83D\uDE00", "taken", "-", "12", "x".repeat(400), "a,b", "1,2,3",
				"#", "\u200B", "'", "''", "NaN", "1e400");
		List<String> noes = List.of("1", "yes", "Sí", "oui", "unsubscribed", "opted_out", "1.0", "2025-03-03",
				"2025-03-03T20:47:12Z", "cleaned", "blocklisted", "x", "TRUE");
		StringBuilder file = new StringBuilder(
				"email,externalId,firstName,blackListEmail,birthDate,mobile,country,remark\n");
		List<String> wanted = new ArrayList<>();
		for (int i = 0; i < 300; i++) {
			String email = "p" + i + "@x.example";
			String no = noes.get(random.nextInt(noes.size()));
			boolean says = random.nextInt(3) > 0;
			String before = odd.get(random.nextInt(odd.size())).replace(",", " ");
			file.append(email).append(",,").append(before.startsWith("\"open") ? "open" : before).append(',');
			file.append(says ? no : "0");
			for (int cell = 0; cell < 4; cell++) {
				file.append(',').append(odd.get(random.nextInt(odd.size())));
			}
			file.append('\n');
			if (says) {
				wanted.add(email);
			}
		}
		bring("people.csv", file.toString().getBytes(StandardCharsets.UTF_8));
		for (String email : wanted) {
			List<Profile> owners = this.references.candidates("email:" + email);
			assertThat(owners).as(email).isNotEmpty();
			owners.forEach((owner) -> assertThat(this.says.find(owner.id()).explicit(Purpose.MARKETING_EMAIL)).as(email)
				.isEqualTo(Choice.NO));
		}
	}

	@Test
	void theRowsLeftOutComeAsTheyWere() throws Exception {
		Import done = bring("people.csv",
				"email,birthDate,blackListEmail\na@x.example,soon,1\nb@x.example,,0\nnope,,1\n"
					.getBytes(StandardCharsets.UTF_8));
		List<ImportRejects.Reject> rows = new ArrayList<>();
		this.rejects.each(done.id(), rows::add);
		assertThat(this.rejects.header(done.id())).containsExactly("email", "birthDate", "blackListEmail");
		assertThat(rows).extracting(ImportRejects.Reject::cells)
			.containsExactly(List.of("a@x.example", "soon", "1"), List.of("nope", "", "1"));
		assertThat(rows).extracting(ImportRejects.Reject::rejected).containsExactly(false, true);
	}

	private Import bring(String fileName, byte[] content) throws IOException {
		Import run = this.upload.upload(new ImportFile("List", fileName, content.length),
				new ByteArrayInputStream(content), People.OPERATOR);
		long people = this.profiles.count();
		Import tried = run(run.tryOut(run.layout(), run.plan(), this.clock.instant(), "Sofie"));
		assertThat(this.profiles.count()).as("a dry run changes nothing").isEqualTo(people);
		this.rejects.forget(tried.id());
		this.tried = tried.tally();
		return run(tried.start(this.clock.instant(), "Sofie"));
	}

	private Import run(Import moving) {
		this.imports.save(moving);
		this.runImport.run(moving.id(), () -> false);
		return this.imports.findById(moving.id()).orElseThrow();
	}

	private void know(String line) {
		Map<String, String> details = new HashMap<>();
		Map<String, String> said = new HashMap<>();
		for (String part : line.split(" ")) {
			String[] pair = part.split("=");
			(List.of("yes", "no", "imported").contains(pair[0]) ? said : details).put(pair[0], pair[1]);
		}
		Profile person = this.people.create(Map.copyOf(details));
		said.forEach((how, purpose) -> {
			List<Statement> statements = List
				.of(Statement.of(purpose(purpose), how.equals("no") ? Choice.NO : Choice.YES));
			this.recordSay.record(person.id(),
					how.equals("imported") ? Declaration.byImport(People.OPERATOR, statements, Evidence.NONE,
							"Import “Earlier”", false)
							: Declaration.bySubject(statements, Evidence.NONE, "Preferences", null));
		});
	}

	private void check(String expected, Import done) {
		String[] words = expected.split(" ");
		switch (words[0]) {
			case "read", "added", "changed", "unchanged", "rejected", "partial", "noes", "standing", "ignored",
					"lost" ->
				assertThat(figure(words[0], done.tally())).as(expected).isEqualTo(Long.parseLong(words[1]));
			case "nobody" -> assertThat(person(words[1])).as(expected).isEmpty();
			case "kept", "bounced" ->
				assertThat(this.suppressions.find(Map.of(Channel.of(words[1]).orElseThrow(), words[2]))).as(expected)
					.anySatisfy((kept) -> {
						assertThat(kept.kind() == Suppression.Kind.KEPT_SAY).isEqualTo(words[0].equals("kept"));
						assertThat(kept.own()).isEqualTo(words.length > 3);
					});
			case "not" ->
				assertThat(this.suppressions.find(Map.of(Channel.of(words[2]).orElseThrow(), words[3]))).as(expected)
					.noneMatch((kept) -> kept.kind() == Suppression.Kind.KEPT_SAY);
			case "left" -> assertThat(this.rejects.first(done.id(), 20)).as(expected)
				.anyMatch((cell) -> expected.equals("left out: " + cell.column() + ": " + cell.code()));
			default -> checkPerson(expected, words);
		}
	}

	private void checkPerson(String expected, String[] words) {
		List<Profile> owners = person(words[0]);
		assertThat(owners).as(expected).hasSize(1);
		Say say = this.says.find(owners.get(0).id());
		if (words[1].equals("says")) {
			assertThat(say.consents()).as(expected).isEmpty();
		}
		else if (words[1].contains("=")) {
			String[] pair = expected.substring(words[0].length() + 1).split("=");
			assertThat(owners.get(0).details().fields().get(pair[0])).as(expected).hasToString(pair[1]);
		}
		else if (words[2].equals("nothing")) {
			assertThat(say.get(purpose(words[1]))).as(expected).isEmpty();
		}
		else {
			Consent consent = say.get(purpose(words[1])).orElse(null);
			assertThat(consent).as(expected).isNotNull();
			assertThat(consent.choice().value()).as(expected).isEqualTo(words[2]);
			assertThat(consent.own()).as(expected).isEqualTo(words.length > 3);
			if (words.length > 4) {
				assertThat(consent.saidAt()).as(expected).hasToString(words[4]);
			}
		}
	}

	private List<Profile> person(String name) {
		if (name.startsWith("phone:")) {
			return this.jdbc.sql("select id from profile where phone = :phone")
				.param("phone", name.substring(6))
				.query(String.class)
				.list()
				.stream()
				.flatMap((id) -> this.references.candidates(id).stream())
				.toList();
		}
		return this.references.candidates(name.contains(":") ? name : "email:" + name);
	}

	private static Purpose purpose(String name) {
		return Purpose.of(name).or(() -> Purpose.of("marketing." + name)).orElseThrow();
	}

	private static long figure(String name, ImportTally tally) {
		return switch (name) {
			case "read" -> tally.rowsRead();
			case "added" -> tally.added();
			case "changed" -> tally.changed();
			case "unchanged" -> tally.unchanged();
			case "rejected" -> tally.rejected();
			case "partial" -> tally.partial();
			case "noes" -> tally.noes();
			case "standing" -> tally.standing();
			case "ignored" -> tally.ignored();
			default -> tally.lost();
		};
	}

}
