package dev.sayso.exchange;

import java.io.OutputStream;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.springframework.dao.QueryTimeoutException;
import org.springframework.mock.web.MockHttpServletResponse;

import dev.sayso.exchange.ExportRequest.Format;
import dev.sayso.person.People;
import dev.sayso.profile.list.ProfileQuery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.mock;

/**
 * Holds that a file which breaks off is not mistaken for a complete one.
 */
class ProfileExportTests {

	private static final ExportRequest EVERYBODY = new ExportRequest(ProfileQuery.EVERYBODY, Format.CSV, null, null,
			null);

	private final ProfileExport export = mock(CALLS_REAL_METHODS);

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@Test
	void nothingSentYetIsAnsweredAsAFailure() throws Exception {
		breaksOff(false);
		assertThatExceptionOfType(QueryTimeoutException.class).isThrownBy(this::send);
		assertThat(this.response.getContentAsByteArray()).isEmpty();
		assertThat(this.response.getHeader("Content-Disposition")).isNull();
	}

	@Test
	void whatIsOnItsWayIsBrokenOffForEverybodyToSee() throws Exception {
		breaksOff(true);
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(this::send)
			.withCauseInstanceOf(QueryTimeoutException.class);
	}

	private void breaksOff(boolean sent) throws Exception {
		willAnswer((call) -> {
			OutputStream out = call.getArgument(3);
			out.write(1);
			if (sent) {
				this.response.flushBuffer();
			}
			throw new QueryTimeoutException("cut off");
		}).given(this.export).write(any(), any(), any(), any());
	}

	private void send() throws Exception {
		this.export.send(UUID.randomUUID(), EVERYBODY, People.OPERATOR, "profiles.csv", this.response);
	}

}
