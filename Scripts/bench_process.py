"""What the benchmarks read of a process (proc(5))."""

import os


def memory(process):
    """The memory that a process has in use, in MB."""
    with open(f"/proc/{process}/status") as status:
        for line in status:
            if line.startswith("VmRSS"):
                return int(line.split()[1]) / 1024
    raise SystemExit("the server is gone")


def processor_seconds(process):
    """The processor time that a process has used, in seconds."""
    with open(f"/proc/{process}/stat") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
