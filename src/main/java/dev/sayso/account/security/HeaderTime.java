package dev.sayso.account.security;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

import org.apache.coyote.Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Ends connections of which the line and headers of a request are not whole half a minute
 * after they began: the container's own timeout begins anew with each byte, and ends
 * those that send none.
 */
class HeaderTime implements Handler<NioChannel> {

	static final Duration MOST = Duration.ofSeconds(30);

	private final Handler<NioChannel> given;

	/** When those began that are not whole, in nanoseconds. */
	private final Map<SocketWrapperBase<NioChannel>, Long> begun = new ConcurrentHashMap<>();

	private final LongSupplier nanos;

	HeaderTime(Handler<NioChannel> given, LongSupplier nanos) {
		this.given = given;
		this.nanos = nanos;
	}

	@Override
	public SocketState process(SocketWrapperBase<NioChannel> socket, SocketEvent status) {
		SocketState state = this.given.process(socket, status);
		if (state != SocketState.LONG || isAnswered(socket)) {
			this.begun.remove(socket);
			return state;
		}
		long now = this.nanos.getAsLong();
		Long began = this.begun.putIfAbsent(socket, now);
		return (began != null && now - began > MOST.toNanos()) ? SocketState.CLOSED : state;
	}

	/** Whether its request is whole, and the answer takes its time. */
	private static boolean isAnswered(SocketWrapperBase<NioChannel> socket) {
		return socket.getCurrentProcessor() instanceof Processor processor && processor.isAsync();
	}

	@Override
	public Object getGlobal() {
		return this.given.getGlobal();
	}

	@Override
	public void release(SocketWrapperBase<NioChannel> socket) {
		this.begun.remove(socket);
		this.given.release(socket);
	}

	@Override
	public void pause() {
		this.given.pause();
	}

	@Override
	public void recycle() {
		this.given.recycle();
	}

}
