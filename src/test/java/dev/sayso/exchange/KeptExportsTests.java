package dev.sayso.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.audit.PeopleFileLog;
import dev.sayso.exchange.Exports.State;
import dev.sayso.person.People;
import dev.sayso.person.Profile;
import dev.sayso.profile.EraseProfile;
import dev.sayso.profile.list.ProfileQuery;
import dev.sayso.store.FullDisk;

import static dev.sayso.account.SignIn.csrf;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that the file of an export is there for whoever made it until its time is over,
 * and no longer than the people in it.
 */
@ProductTest
class KeptExportsTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	People people;

	@Autowired
	EraseProfile erase;

	@Autowired
	Exports exports;

	@Autowired
	KeptFiles files;

	@Autowired
	KeptExports kept;

	@Autowired
	ProfileExport export;

	@Autowired
	PeopleFileLog log;

	@Autowired
	FullDisk disk;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Clock clock;

	@Test
	void theFileIsDownloadedAsOftenAsOneLikesAsItWasMade() throws Exception {
		this.people.create(Map.of("email", "in@x.example"));
		UUID made = made();
		this.people.create(Map.of("email", "later@x.example"));
		assertThat(page(made)).contains("Done: 1 person is in the file.", "It is kept here until", "Delete the file");
		String file = text(download(made, SignIn.operator()));
		assertThat(file).contains("in@x.example").doesNotContain("later@x.example");
		assertThat(this.log.before(now().plusSeconds(9), 9)).isEmpty();
		assertThat(text(download(made, SignIn.operator()))).isEqualTo(file);
		assertThat(text(download(made, SignIn.auditor()))).isEqualTo(file);
		assertThat(this.log.before(now().plusSeconds(9), 9)).extracting(PeopleFileLog.PeopleFile::rows)
			.containsExactly(1L, 1L);
	}

	@Test
	void itEndsByItselfAndByHand() {
		this.people.somebody();
		UUID ended = made();
		UUID deleted = made();
		this.jdbc.sql("update file_export set ends_at = ? where id = ?")
			.params(now().minusSeconds(1).atOffset(ZoneOffset.UTC), ended)
			.update();
		isGone(ended, "its time is over");
		this.kept.cleanUp();
		isGone(ended, "its time is over");
		assertThat(this.files.all()).contains(deleted).doesNotContain(ended);
		assertThat(this.mvc.delete().uri("/exports/" + deleted + "/file").with(csrf()).with(SignIn.operator()))
			.hasRedirectedUrl("/exports/" + deleted);
		isGone(deleted, "The file was deleted.");
		assertThat(this.files.has(deleted)).isFalse();
	}

	@Test
	void itGoesWithAnybodyWhoIsErased() {
		Profile erased = this.people.create(Map.of("email", "erased@x.example"));
		UUID made = made();
		UUID atWork = this.export.begin(request(made), People.OPERATOR);
		this.exports.make(atWork, now());
		this.erase.erase(erased.id(), People.OPERATOR);
		isGone(made, "somebody was erased");
		assertThat(this.files.has(made)).isFalse();
		assertThat(this.exports.keep(atWork, 1, LeftOut.none(), now().plusSeconds(60))).isFalse();
		isGone(atWork, "somebody was erased");
	}

	@Test
	void whatWasInterruptedIsBegunAgain() throws Exception {
		this.people.create(Map.of("email", "in@x.example"));
		UUID interrupted = this.export.begin(request(made()), People.OPERATOR);
		this.exports.make(interrupted, now().minusSeconds(3));
		assertThat(page(interrupted)).contains("The file is being made.");
		this.exports.make(interrupted, now().minusSeconds(300));
		this.files.begin(interrupted).close();
		isGone(interrupted, "This was interrupted");
		this.kept.cleanUp();
		assertThat(this.files.all()).doesNotContain(interrupted);
		assertThat(page(interrupted)).contains("Begin it again");
		assertThat(text(download(again(interrupted), SignIn.operator()))).contains("in@x.example");
	}

	@Test
	void whatAnotherInstanceKeepsIsMadeAgain() throws Exception {
		this.people.create(Map.of("email", "in@x.example"));
		UUID elsewhere = made();
		this.files.delete(elsewhere);
		isGone(elsewhere, "at the instance that made it");
		assertThat(text(download(again(elsewhere), SignIn.operator()))).contains("in@x.example");
	}

	@Test
	void whatFailsLeavesNothingBehind() {
		ExportRequest gone = new ExportRequest(
				ProfileQuery.parse("condition=%7B%22fact%22%3A%22gone%22%2C%22operator%22%3A%22isSet%22%7D"),
				ExportRequest.Format.CSV, null, null, null);
		UUID failed = this.export.begin(gone, People.OPERATOR);
		this.kept.start(failed, gone, People.OPERATOR);
		Awaitility.await().until(() -> this.exports.find(failed).orElseThrow().state() == State.FAILED);
		Awaitility.await().until(() -> !this.kept.has(failed));
		isGone(failed, "could not be made");
		assertThat(this.files.all()).doesNotContain(failed);
	}

	@Test
	void noneIsBegunWhereThereIsHardlyAnyRoom() {
		this.disk.fill();
		try {
			assertThat(this.mvc.post().uri("/exports").param("watched", "true").with(csrf()).with(SignIn.operator()))
				.hasStatus(503);
		}
		finally {
			this.disk.empty();
		}
		assertThat(this.exports.before(now().plusSeconds(60), 1)).isEmpty();
	}

	private Instant now() {
		return this.clock.instant();
	}

	private ExportRequest request(UUID id) {
		return this.exports.find(id).orElseThrow().request();
	}

	private UUID made() {
		return done(this.mvc.post()
			.uri("/exports")
			.param("watched", "true")
			.with(csrf())
			.with(SignIn.operator())
			.exchange());
	}

	private UUID again(UUID id) {
		return done(this.mvc.post().uri("/exports/" + id + "/run").with(csrf()).with(SignIn.operator()).exchange());
	}

	private UUID done(MvcTestResult begun) {
		String page = Objects.requireNonNull(begun.getResponse().getRedirectedUrl());
		UUID id = UUID.fromString(page.replace("/exports/", ""));
		Awaitility.await().until(() -> this.exports.find(id).orElseThrow().state() == State.KEPT);
		Awaitility.await().until(() -> !this.kept.has(id));
		return id;
	}

	private void isGone(UUID id, String why) {
		assertThat(page(id)).contains(why).doesNotContain("/exports/" + id + "/file\" download", "Download");
		assertThat(download(id, SignIn.operator())).hasRedirectedUrl("/exports/" + id);
	}

	private String page(UUID id) {
		MvcTestResult page = this.mvc.get().uri("/exports/" + id).with(SignIn.operator()).exchange();
		assertThat(page).hasStatusOk();
		return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private MvcTestResult download(UUID id, RequestPostProcessor who) {
		return this.mvc.get().uri("/exports/" + id + "/file").with(who).exchange();
	}

	private static String text(MvcTestResult file) {
		assertThat(file).hasStatusOk();
		return new String(file.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

}
