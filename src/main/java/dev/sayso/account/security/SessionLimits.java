package dev.sayso.account.security;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Bounds how many sessions an account has, the one unused longest ending first, and how
 * long each of them lives, used or not.
 */
@Component
class SessionLimits implements SessionAuthenticationStrategy, HandlerInterceptor {

	static final int SESSIONS = 50;

	static final Duration LONGEST = Duration.ofDays(7);

	private final FindByIndexNameSessionRepository<? extends Session> sessions;

	private final Clock clock;

	SessionLimits(FindByIndexNameSessionRepository<? extends Session> sessions, Clock clock) {
		this.sessions = sessions;
		this.clock = clock;
	}

	/** Makes room for the session that begins. */
	@Override
	public void onAuthentication(Authentication signedIn, HttpServletRequest request, HttpServletResponse response) {
		List<? extends Session> others = this.sessions.findByPrincipalName(signedIn.getName())
			.values()
			.stream()
			.sorted(Comparator.comparing(Session::getLastAccessedTime))
			.toList();
		others.subList(0, Math.max(0, others.size() - SESSIONS + 1))
			.forEach((session) -> this.sessions.deleteById(session.getId()));
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws IOException {
		HttpSession session = request.getSession(false);
		if (session == null
				|| Instant.ofEpochMilli(session.getCreationTime()).plus(LONGEST).isAfter(this.clock.instant())) {
			return true;
		}
		session.invalidate();
		SecurityContextHolder.clearContext();
		SignInEntryPoint.unknown(request, response);
		return false;
	}

}
