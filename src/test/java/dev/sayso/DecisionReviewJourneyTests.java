package dev.sayso;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import dev.sayso.decision.Decisions;
import dev.sayso.decision.EditorSamples;

/**
 * Holds that a live decision is changed by one, who sees whom that moves, and published
 * by another for a later time, from which it holds.
 */
@DemoTest
class DecisionReviewJourneyTests {

	@LocalServerPort
	int port;

	@Autowired
	EditorSamples samples;

	@Autowired
	Decisions decisions;

	@Autowired
	JdbcTemplate jdbc;

	@Test
	void oneAsksAndAnotherPublishesForALaterTime() {
		String mark = Long.toString(System.nanoTime(), 36);
		this.samples.fill(mark);
		String path = this.samples.live(mark);
		Browser noor = Browser.at(this.port).signIn("marketer").open(path + "/draft?open=details");
		noor.fill("Name", "Reviewed " + mark)
			.tick("Another than whoever changed it last publishes it")
			.press("Save details");
		noor.open(path + "/review")
			.in("movement")
			.sees("What people will see")
			.sees("people, just now")
			.sees("One " + mark);
		noor.press("Ask for it to be published").sees("Asked to publish").axe();
		Browser ada = Browser.at(this.port).signIn("admin").open("/").sees("Reviewed " + mark);
		ada.open(path + "/review").sees("Approve and publish version 2").tick("At a time I choose");
		ada.fill("Day", "2031-05-06").fill("Time", "09:30").press("Schedule version 2").arrives(path);
		ada.sees("Version 2 goes live on").sees("Until then version 1 stays").sees("Version 1, since");
		this.jdbc.update("update decision_schedule set due_at = ? where decision_id = ?",
				Instant.now().atOffset(ZoneOffset.UTC), this.decisions.get(path.substring(11)).id());
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> Integer.valueOf(2).equals(this.decisions.get(path.substring(11)).live()));
		ada.open(path).sees("Version 2, since").doesNotSee("goes live on");
	}

}
