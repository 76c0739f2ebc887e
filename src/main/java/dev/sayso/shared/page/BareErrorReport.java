package dev.sayso.shared.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

import dev.sayso.shared.ApiPath;
import dev.sayso.shared.api.ApiRefusal;

/**
 * Answers what the server refuses before any filter sees it, such as an address with
 * {@code %00} or too long a line, in our words instead of the server's. Where a sign of
 * the address itself cannot be read, the server does not say what was asked for, so that
 * callers of the API get the sentence that people get.
 */
@Component
class BareErrorReport implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

	@Override
	public void customize(TomcatServletWebServerFactory server) {
		server.addContextCustomizers((context) -> context.getParent().getPipeline().addValve(new Report()));
	}

	/** The last that is asked for a body, and so the first that gives one. */
	private static final class Report extends ErrorReportValve {

		@Override
		protected void report(Request request, Response response, @Nullable Throwable cause) {
			HttpStatus status = HttpStatus.resolve(response.getStatus());
			if (status == null || !status.isError() || response.getContentWritten() > 0
					|| !response.setErrorReported()) {
				return;
			}
			try {
				if (ApiPath.matches(String.valueOf(request.getRequestURI()))) {
					ApiRefusal.of(request.getRequest(), status, null).write(response.getResponse());
				}
				else {
					response.setHeader("X-Content-Type-Options", "nosniff");
					response.setContentType(MediaType.TEXT_PLAIN_VALUE);
					response.setCharacterEncoding(StandardCharsets.UTF_8);
					response.getReporter().write(sentence(status));
				}
				response.finishResponse();
			}
			catch (IOException ex) {
				container.getLogger().debug("nobody waits for the answer any more");
			}
		}

		private static String sentence(HttpStatus status) {
			return switch (status) {
				case INTERNAL_SERVER_ERROR, SERVICE_UNAVAILABLE ->
					"This cannot be answered just now. Please try again in a moment.";
				default ->
					"This request cannot be read, and nothing was changed. If you followed a link, please check it.";
			};
		}

	}

}
