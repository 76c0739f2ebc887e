package dev.sayso.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UrlPathHelper;

import dev.sayso.shared.ApiPath;
import dev.sayso.shared.api.ApiRefusal;
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

	/** Message key of what is said when the store cannot be reached. */
	private static final String OUTAGE = "error.503";

	/** Of what is said while there is room for noes alone. */
	private static final String LOW = "error.low";

	private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

	/** Where noes are said and taken back, and how one comes to the console. */
	private static final Pattern NOES = Pattern
		.compile("/(p|u)/(?!links/).*|/inbound/[^/]+|/login|/logout|/account/password|/profiles/do-not-contact"
				+ "|/profiles/.+/(do-not-contact|purposes/[^/]+)|/api/v1/profiles/.+/consents");

	private final DiskSpace disk;

	private final MessageSource messages;

	private final StaticFiles files;

	StoreOutageFilter(DiskSpace disk, MessageSource messages, StaticFiles files) {
		this.disk = disk;
		this.messages = messages;
		this.files = files;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (isRefused(request) && this.disk.isLow()) {
			answer(LOW, request, response);
			return;
		}
		try {
			chain.doFilter(request, response);
		}
		catch (ServletException | RuntimeException ex) {
			String notice = notice(ex);
			if (notice == null) {
				throw ex;
			}
			if (notice.equals(OUTAGE)) {
				log.error("The store cannot be reached: {}", ex.getClass().getName());
			}
			if (!response.isCommitted()) {
				answer(notice, request, response);
			}
		}
	}

	/**
	 * Whether a request may write something other than a no. Of those that may write both
	 * the say itself refuses what is none.
	 */
	private static boolean isRefused(HttpServletRequest request) {
		return request.getDispatcherType() == DispatcherType.REQUEST && !READING.contains(request.getMethod())
				&& !NOES.matcher(UrlPathHelper.defaultInstance.getPathWithinApplication(request)).matches();
	}

	private static @Nullable String notice(Throwable failure) {
		return StoreOutage.isLow(failure) ? LOW : StoreOutage.isOutage(failure) ? OUTAGE : null;
	}

	/** Forms that failed on their way to an error page fail there again. */
	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	private void answer(String notice, HttpServletRequest request, HttpServletResponse response) throws IOException {
		response.reset();
		response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
		response.setHeader(HttpHeaders.RETRY_AFTER, "30");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'self'; font-src 'self'");
		response.setHeader("X-Content-Type-Options", "nosniff");
		if (ApiPath.matches(request.getRequestURI())) {
			ApiRefusal.of(request, HttpStatus.SERVICE_UNAVAILABLE,
					notice.equals(LOW) ? LowDiskException.DETAIL : "The store cannot be reached; nothing was changed.")
				.write(response);
			return;
		}
		response.setContentType(MediaType.TEXT_HTML_VALUE);
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		response.getWriter().write(page(notice, Languages.browser(request)));
	}

	private String page(String notice, Locale locale) {
		String title = HtmlUtils.htmlEscape(this.messages.getMessage(notice + ".title", null, locale), "UTF-8");
		String text = HtmlUtils.htmlEscape(this.messages.getMessage(notice + ".text", null, locale), "UTF-8");
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
