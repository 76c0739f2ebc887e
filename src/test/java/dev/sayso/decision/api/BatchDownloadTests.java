package dev.sayso.decision.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.QueryTimeoutException;
import org.springframework.mock.web.MockHttpServletResponse;

import dev.sayso.audit.Audit;
import dev.sayso.audit.PeopleFileLog;
import dev.sayso.decision.DecisionRequest;
import dev.sayso.person.People;
import dev.sayso.profile.list.ProfileQuery;
import dev.sayso.shared.BlockingPipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

/**
 * Holds that a batch which breaks off is not taken for a whole one.
 */
class BatchDownloadTests {

	private final BatchDecision decision = mock();

	private final Audit audit = mock();

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@Test
	void nothingSentYetIsAnsweredAsAFailure() {
		breaksOff(false);
		assertThatExceptionOfType(QueryTimeoutException.class).isThrownBy(this::send);
		assertThat(this.response.getContentAsByteArray()).isEmpty();
		verifyNoInteractions(this.audit);
	}

	@Test
	void whatIsOnItsWayIsBrokenOffForEverybodyToSee() {
		breaksOff(true);
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(this::send)
			.withCauseInstanceOf(QueryTimeoutException.class);
		verifyNoInteractions(this.audit);
	}

	@Test
	void whatFailsWhileItIsReadAheadFailsWhoWaitsForIt() {
		BlockingPipe<Integer> handover = new BlockingPipe<>();
		Thread reader = new Thread(() -> handover.fill((give) -> {
			give.accept(1);
			throw new QueryTimeoutException("cut off");
		}));
		reader.start();
		assertThat(handover.next()).isEqualTo(1);
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(handover::next)
			.withCauseInstanceOf(QueryTimeoutException.class);
	}

	@Test
	void nobodyReadsOnForSomebodyWhoIsGone() {
		BlockingPipe<Integer> handover = new BlockingPipe<>();
		List<Integer> made = new ArrayList<>();
		Thread reader = new Thread(() -> handover.fill((give) -> {
			for (int number = 0; number < 1_000_000; number++) {
				give.accept(number);
				made.add(number);
			}
		}));
		reader.start();
		assertThat(handover.next()).isZero();
		handover.stop();
		assertThat(made).hasSizeLessThan(10);
	}

	private void breaksOff(boolean sent) {
		willAnswer((call) -> {
			this.response.getOutputStream().write(1);
			if (sent) {
				this.response.flushBuffer();
			}
			throw new QueryTimeoutException("cut off");
		}).given(this.decision).each(any(), any(), any(), any());
	}

	private void send() throws IOException {
		PeopleFileLog log = mock();
		willAnswer((call) -> call.<PeopleFileLog.Content>getArgument(3).write()).given(log)
			.take(any(), any(), any(), any());
		new BatchDownload(this.decision, mock(), new JsonMapper(), this.audit, log).send(ProfileQuery.EVERYBODY,
				new DecisionRequest(null, List.of(), null, java.util.Map.of(), null, false, true), List.of(),
				BatchDownload.Format.NDJSON, People.OPERATOR, this.response);
	}

}
