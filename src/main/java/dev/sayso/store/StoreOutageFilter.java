package dev.sayso.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.HtmlUtils;

import dev.sayso.shared.ApiPath;
import dev.sayso.shared.page.Languages;
import dev.sayso.shared.page.StaticFiles;

/**
 * Stands before everything else, sessions included, and answers 503 by a page that needs
 * no store while the store cannot be reached.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class StoreOutageFilter extends OncePerRequestFilter {

	private static final Logger log = LoggerFactory.getLogger(StoreOutageFilter.class);

	/** How many causes are looked at, should they go in a circle. */
	private static final int DEPTH = 20;

	private static final List<Class<? extends Exception>> OUTAGES = List.of(CannotCreateTransactionException.class,
			DataAccessResourceFailureException.class, SQLTransientConnectionException.class,
			SQLNonTransientConnectionException.class, SQLRecoverableException.class);

	private final MessageSource messages;

	private final StaticFiles files;

	StoreOutageFilter(MessageSource messages, StaticFiles files) {
		this.messages = messages;
		this.files = files;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (ServletException | RuntimeException ex) {
			if (!isOutage(ex)) {
				throw ex;
			}
			log.error("The store cannot be reached: {}", ex.getMessage());
			if (!response.isCommitted()) {
				answer(request, response);
			}
		}
	}

	/** Forms that failed on their way to an error page fail there again. */
	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	private static boolean isOutage(Throwable failure) {
		return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
			.limit(DEPTH)
			.anyMatch((cause) -> OUTAGES.stream().anyMatch((outage) -> outage.isInstance(cause)));
	}

	private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
		boolean api = ApiPath.matches(request.getRequestURI());
		response.reset();
		response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
		response.setHeader(HttpHeaders.RETRY_AFTER, "30");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'self'; font-src 'self'");
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setContentType(api ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : MediaType.TEXT_HTML_VALUE);
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		response.getWriter().write(api ? problem() : page(Languages.browser(request)));
	}

	private static String problem() {
		return """
				{"type":"about:blank","title":"Service Unavailable","status":503,\
				"detail":"The store cannot be reached; nothing was changed."}""";
	}

	private String page(Locale locale) {
		String title = HtmlUtils.htmlEscape(this.messages.getMessage("error.503.title", null, locale), "UTF-8");
		String text = HtmlUtils.htmlEscape(this.messages.getMessage("error.503.text", null, locale), "UTF-8");
		return this.files
			.version(
					"""
							<!doctype html>
							<html lang="%s">
							<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
							<title>%s</title><link rel="stylesheet" href="/app.css"></head>
							<body class="bare-page"><div class="bare-card"><main class="card pad oops"><h1>%s</h1><p>%s</p></main></div></body>
							</html>
							""")
			.formatted(locale.toLanguageTag(), title, title, text);
	}

}
